/** One form that could not be sent: where it goes and what it says. Its key makes a second sending harmless. */
export interface Queued {
  readonly id: string;
  /** what it decides: a second one about the same thing would only repeat it */
  readonly about: string;
  readonly title: string;
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Sent extends Omit<Queued, 'fields'> {
  readonly ok: boolean;
}

const STORE = 'leye-outbox';

/** What waits on this phone for a network, and what became of it since the page was opened. */
class Outbox {
  waiting = $state<readonly Queued[]>([]);
  sent = $state<readonly Sent[]>([]);
  #sending = false;

  load(): void {
    this.waiting = JSON.parse(localStorage.getItem(STORE) ?? '[]');
  }

  /** What waits about the same thing already goes first, with its own key. */
  add(queued: Queued): void {
    if (this.stateOf(queued.about) !== 'waiting') this.#keep([...this.waiting, queued]);
  }

  /** What was decided without a network is not asked again, neither while it waits nor once it has gone. */
  stateOf(about: string): 'waiting' | 'sent' | null {
    const isThis = (one: { readonly about: string }) => one.about === about;
    if (this.waiting.some(isThis)) return 'waiting';
    return this.sent.some((one) => one.ok && isThis(one)) ? 'sent' : null;
  }

  /** Sends what waits, one after the other; what meets no server stays, with the same key. */
  async flush(): Promise<void> {
    if (this.#sending || !navigator.onLine) return;
    this.#sending = true;
    try {
      for (const queued of this.waiting) {
        const ok = await send(queued);
        if (ok === null) return;
        this.#keep(this.waiting.filter(({ id }) => id !== queued.id));
        this.sent = [...this.sent, { ...queued, ok }];
      }
    } finally {
      this.#sending = false;
    }
  }

  #keep(waiting: readonly Queued[]): void {
    this.waiting = waiting;
    localStorage.setItem(STORE, JSON.stringify(waiting));
  }
}

/** @returns whether it was accepted; null when nobody answered, or not for good */
async function send({ action, fields }: Queued): Promise<boolean | null> {
  const body = new URLSearchParams(fields);
  const headers = { accept: 'application/json', 'x-sveltekit-action': 'true' };
  const response = await fetch(action, { method: 'POST', headers, body }).catch(() => null);
  if (!response || response.status >= 500 || response.status === 429) return null;
  const result: { type?: string; status?: number; location?: string } = await response
    .json()
    .catch(() => ({}));
  // Signed out meanwhile: it waits until the person has signed in again.
  if (result.type === 'redirect' && result.location?.startsWith('/login')) return null;
  if (result.type === 'error' || (result.status ?? 200) >= 500) return null;
  return result.type === 'redirect' || result.type === 'success';
}

export const outbox = new Outbox();
