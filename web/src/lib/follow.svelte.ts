import { refreshAll } from '$app/navigation';

/** The browser reconnects by itself; a stream that stays silent so long gets help from a plain reload. */
const SILENCE_MS = 8_000;

/**
 * Follows a job through its event stream while `active` holds. Each event carries the state so far;
 * the page's own data is loaded again when the stream ends, and now and then when it is silent.
 */
export function follow<T>(options: {
  readonly url: () => string;
  readonly active: () => boolean;
  readonly isLast: (state: T) => boolean;
  /** names of the events that carry a state */
  readonly event: string;
}): { readonly state: T | null } {
  let state = $state.raw<T | null>(null);

  $effect(() => {
    if (!options.active()) {
      state = null;
      return;
    }
    const source = new EventSource(options.url());
    let heard = Date.now();
    const hear = (event: MessageEvent<string>) => {
      heard = Date.now();
      const next: T = JSON.parse(event.data);
      state = next;
      if (!options.isLast(next)) return;
      source.close();
      void refreshAll();
    };
    source.addEventListener(options.event, hear);
    const watch = setInterval(() => {
      if (Date.now() - heard > SILENCE_MS) void refreshAll();
    }, SILENCE_MS);
    return () => {
      clearInterval(watch);
      source.close();
    };
  });

  return {
    get state() {
      return state;
    },
  };
}
