import type { z } from 'zod';
import { API_URL } from '$app/env/private';
import { problemDocument } from '$contract/problems.ts';
import type { RouteContract } from '$contract/route.ts';
import { ApiProblem, unavailable } from './problem.ts';

type Scalar = string | number | boolean;
type Text<S> = {
  readonly [K in keyof z.input<S & z.ZodType>]?: Scalar | readonly Scalar[] | null | undefined;
};

/** What a route wants: params, query and body of its contract, a form for uploads. */
export type Input<R extends RouteContract> = (R extends { params: infer P extends z.ZodType }
  ? { readonly params: z.input<P> }
  : { readonly params?: undefined }) &
  (R extends { query: infer Q } ? { readonly query?: Text<Q> } : { readonly query?: undefined }) &
  (R extends { body: infer B extends z.ZodType }
    ? { readonly body: z.input<B> }
    : { readonly body?: undefined }) &
  (R extends { upload: true } ? { readonly form: FormData } : { readonly form?: undefined });

/** What it gives: the answer of its contract; files and event streams as they come. */
export type Answer<R extends RouteContract> = R['answer'] extends z.ZodType
  ? z.output<R['answer']>
  : R['answer'] extends 'empty'
    ? undefined
    : Response;

export interface Caller {
  readonly requestId: string;
  readonly clientAddress: string;
  /** fetch of the request event */
  readonly fetch: typeof fetch;
}

interface Sent {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly form?: FormData | undefined;
}

/** One request to the API: sends, and turns every refusal into an `ApiProblem`. */
export async function send(
  caller: Caller,
  route: RouteContract,
  input: Sent,
  headers: Record<string, string> = {},
): Promise<Response> {
  const json = input.body !== undefined;
  const request = new Request(address(route, input), {
    method: route.method,
    headers: {
      accept: 'application/json',
      'x-request-id': caller.requestId,
      'x-forwarded-for': caller.clientAddress,
      ...(json && { 'content-type': 'application/json' }),
      ...headers,
    },
    body: json ? JSON.stringify(input.body) : (input.form ?? null),
  });
  const response = await caller.fetch(request).catch(() => {
    throw unavailable(caller.requestId);
  });
  if (response.ok) return response;
  const document = problemDocument.safeParse(await response.json().catch(() => null));
  throw document.success
    ? new ApiProblem(document.data)
    : unavailable(caller.requestId, response.status === 503 ? 503 : 500);
}

/** The address of a call: `:name` filled from params, empty query values left out. */
function address(route: RouteContract, input: Sent): URL {
  const params = (input.params ?? {}) as Record<string, Scalar>;
  const path = route.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const url = new URL(API_URL + path);
  const query = (input.query ?? {}) as Record<string, Scalar | readonly Scalar[] | null | undefined>;
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') url.searchParams.append(name, String(one));
    }
  }
  return url;
}

/** The API as the user of this request. Answers are typed by the contract, which the API enforces. */
export class Api {
  readonly #caller: Caller;
  readonly #authorize: (ask: (token: string | null) => Promise<Response>) => Promise<Response>;

  constructor(
    caller: Caller,
    authorize: (ask: (token: string | null) => Promise<Response>) => Promise<Response>,
  ) {
    this.#caller = caller;
    this.#authorize = authorize;
  }

  /** Throws `ApiProblem`; redirects to sign-in when the session is over. */
  async call<R extends RouteContract>(
    route: R,
    ...[input, headers]: Record<never, never> extends Input<R>
      ? [input?: Input<R>, headers?: Record<string, string>]
      : [input: Input<R>, headers?: Record<string, string>]
  ): Promise<Answer<R>> {
    const ask = (token: string | null) =>
      send(this.#caller, route, input ?? {}, {
        ...headers,
        ...(token !== null && { authorization: `Bearer ${token}` }),
      });
    const open = route.access.kind === 'public';
    const response = await (open ? ask(null) : this.#authorize(ask));
    if (route.answer === 'empty') return undefined as Answer<R>;
    if (route.answer === 'file' || route.answer === 'events') return response as Answer<R>;
    return (await response.json()) as Answer<R>;
  }
}
