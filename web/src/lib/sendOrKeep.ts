import type { SubmitFunction } from '$app/forms';
import { outbox, type Queued } from './outbox.svelte.ts';

/**
 * A form that reaches no server is kept on one's own phone and goes out later, with its key; a kiosk keeps nothing.
 */
export const sendOrKeep =
  (what: Pick<Queued, 'id' | 'about' | 'title'>, kiosk: string | null): SubmitFunction =>
  ({ action, formData, cancel }) => {
    const keep = () => {
      const fields = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
      outbox.add({ ...what, action: action.pathname + action.search, fields });
    };
    if (!navigator.onLine && !kiosk) {
      keep();
      return cancel();
    }
    return async ({ result, update }) => {
      const failed = result.type === 'error' || result.type === 'failure';
      const unheard = failed && (result.status ?? 503) >= 500;
      if (unheard && !kiosk) keep();
      else await update({ reset: false });
    };
  };
