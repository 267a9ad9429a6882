/**
 * Registers the service worker once the page is loaded. A kiosk's is told to keep nothing: what one looked at, the
 * next must not find; it still says so when there is no network.
 */
export function registerServiceWorker(kiosk: boolean): void {
  const register = () =>
    navigator.serviceWorker?.register(kiosk ? `${SCRIPT}?${KEEPS_NOTHING}` : SCRIPT, { type: 'module' });
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}

const SCRIPT = '/service-worker.js';
/** In the address of the script, so that becoming a kiosk replaces the worker. */
export const KEEPS_NOTHING = 'keeps-nothing';
