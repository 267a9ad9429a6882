import { deserialize } from '$app/forms';

interface Saved<C> {
  readonly version: number;
  readonly check: C;
}
type Refused = {
  readonly problem: {
    readonly title: string;
    readonly detail: string | null;
    readonly fields: Readonly<Record<string, string>>;
  };
};

/** Milliseconds without a keystroke after which a draft is saved. */
const PAUSE = 800;

/**
 * Saves a form while it is being filled, by its own `save` action. Saves never overtake each other: each waits for
 * the one before and carries the version it gave.
 */
export function autosave<C>(start: () => Saved<C>) {
  let saved = $state<Saved<C> | null>(null);
  /** of the last save; undefined before one, and once the form itself is sent */
  let problem = $state<Refused['problem'] | null>();
  let state = $state<'still' | 'saving' | 'saved' | 'lost'>('still');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();

  const version = () => Math.max(saved?.version ?? 0, start().version);

  async function save(form: HTMLFormElement, action: string) {
    state = 'saving';
    const body = new FormData(form);
    body.set('version', String(version()));
    try {
      const response = await fetch(action, {
        method: 'POST',
        body,
        headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
      });
      const result = deserialize<{ saved: Saved<C> }, Refused>(await response.text());
      if (result.type === 'success' && result.data) {
        saved = result.data.saved;
        problem = null;
        state = 'saved';
      } else {
        problem = result.type === 'failure' ? (result.data?.problem ?? null) : null;
        state = 'lost';
      }
    } catch {
      state = 'lost';
    }
  }

  return {
    get version() {
      return version();
    },
    get check() {
      const first = start();
      return saved && saved.version >= first.version ? saved.check : first.check;
    },
    get problem() {
      return problem;
    },
    get state() {
      return state;
    },
    /** call it on every input */
    touch(form: HTMLFormElement, action: string) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = last.then(() => save(form, action));
      }, PAUSE);
    },
    /** before the form itself is sent: nothing is under way any more */
    async settle() {
      clearTimeout(timer);
      await last;
      // What the form answers counts from here on.
      problem = undefined;
      state = 'still';
      return version();
    },
  };
}
