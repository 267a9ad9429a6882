import { type Cookies, type RequestEvent, redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import type { signedInAnswer } from '$contract/routes/auth.ts';
import { contract } from '$contract/routes/index.ts';
import { type Caller, send } from './api.ts';
import { ApiProblem } from './problem.ts';

type SignedIn = z.infer<typeof signedInAnswer>;

interface Tokens {
  readonly access: string;
  /** seconds */
  readonly expiresIn: number;
  /** the API's cookies as they came: the refresh token, and the device known to its rate limits */
  readonly setCookies: readonly string[];
}

/** The access cookie goes a little before its token, so that a request never starts with a dying one. */
const SAFETY_SECONDS = 30;
/** Requests that left the browser with the old refresh cookie still get the new pair for so long. */
const REMEMBERED_MS = 30_000;

/**
 * A refresh token serves once; using it twice ends the family. Several requests of one browser
 * arrive with the same one, so each token is exchanged once and the answer is shared.
 */
const exchanges = new Map<string, Promise<Tokens | null>>();

/** The tokens of one browser, held in HttpOnly cookies: no script ever sees them. */
export class Session {
  readonly #cookies: Cookies;
  readonly #caller: Caller;
  readonly #url: URL;
  readonly #names: { readonly access: string; readonly refresh: string; readonly device: string };

  constructor(event: RequestEvent, caller: Caller) {
    const prefix = event.url.protocol === 'https:' ? '__Host-' : '';
    this.#cookies = event.cookies;
    this.#caller = caller;
    this.#url = event.url;
    // The last two are the API's own names: its cookies pass through to the browser and back.
    this.#names = {
      access: `${prefix}leye-access`,
      refresh: `${prefix}leye-refresh`,
      device: `${prefix}leye-device`,
    };
  }

  /** Signs in and keeps the tokens. Throws `ApiProblem` when the API refuses. */
  async start(login: string, password: string): Promise<SignedIn['me']> {
    const cookie = this.#pairs('device');
    const response = await send(this.#caller, contract.auth.signIn, { body: { login, password } }, cookie);
    const { tokens, answer } = await readTokens(response);
    this.#keep(tokens);
    return answer.me;
  }

  async end(): Promise<void> {
    const cookie = this.#pairs('refresh');
    this.#forget();
    if (cookie.cookie) await send(this.#caller, contract.auth.signOut, {}, cookie);
  }

  /**
   * Asks with the access token, once more with a fresh one when the API no longer takes it.
   * Without a session the user is sent to sign in, and comes back afterwards.
   */
  async authorize(ask: (token: string | null) => Promise<Response>): Promise<Response> {
    const held = this.#cookies.get(this.#names.access);
    try {
      return await ask(held ?? (await this.#refresh()));
    } catch (problem) {
      if (!isSignedOut(problem)) throw problem;
    }
    const fresh = await this.#refresh();
    return ask(fresh).catch((problem) => {
      throw isSignedOut(problem) ? this.#toSignIn() : problem;
    });
  }

  async #refresh(): Promise<string> {
    const { cookie } = this.#pairs('refresh', 'device');
    const held = this.#cookies.get(this.#names.refresh);
    const tokens = held && cookie ? await exchangeOnce(this.#caller, held, cookie) : null;
    if (tokens === null) throw this.#toSignIn();
    this.#keep(tokens);
    return tokens.access;
  }

  #toSignIn(): unknown {
    this.#forget();
    const back = this.#url.pathname + this.#url.search;
    return catchThrown(() => redirect(303, `/login?to=${encodeURIComponent(back)}`));
  }

  #keep(tokens: Tokens): void {
    const lifetime = Math.max(1, tokens.expiresIn - SAFETY_SECONDS);
    this.#cookies.set(this.#names.access, tokens.access, { ...this.#options, maxAge: lifetime });
    for (const line of tokens.setCookies) {
      const { name, value = '', ...options } = this.#cookies.parse(line);
      this.#cookies.set(name, value, { ...options, ...this.#options });
    }
  }

  /** The header that shows the API its own cookies. */
  #pairs(...kinds: ('refresh' | 'device')[]): { cookie?: string } {
    const pairs = kinds.flatMap((kind) => {
      const value = this.#cookies.get(this.#names[kind]);
      return value === undefined ? [] : [`${this.#names[kind]}=${encodeURIComponent(value)}`];
    });
    return pairs.length === 0 ? {} : { cookie: pairs.join('; ') };
  }

  #forget(): void {
    this.#cookies.delete(this.#names.access, this.#options);
    this.#cookies.delete(this.#names.refresh, this.#options);
  }

  get #options() {
    const secure = this.#url.protocol === 'https:';
    return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  }
}

function exchangeOnce(caller: Caller, refresh: string, cookie: string): Promise<Tokens | null> {
  const running = exchanges.get(refresh);
  if (running) return running;
  const exchange = send(caller, contract.auth.refresh, {}, { cookie })
    .then(async (response) => (await readTokens(response)).tokens)
    .catch((problem) => {
      if (isSignedOut(problem)) return null;
      // The API was away: the token is not spent, the next request may try again.
      exchanges.delete(refresh);
      throw problem;
    });
  exchanges.set(refresh, exchange);
  setTimeout(() => exchanges.delete(refresh), REMEMBERED_MS).unref();
  return exchange;
}

async function readTokens(response: Response): Promise<{ tokens: Tokens; answer: SignedIn }> {
  const answer: SignedIn = await response.json();
  const setCookies = response.headers.getSetCookie();
  return { answer, tokens: { access: answer.accessToken, expiresIn: answer.expiresIn, setCookies } };
}

const isSignedOut = (thrown: unknown) => thrown instanceof ApiProblem && thrown.document.status === 401;

/** `redirect` throws; here its throwable is wanted as a value. */
function catchThrown(act: () => never): unknown {
  try {
    return act();
  } catch (thrown) {
    return thrown;
  }
}
