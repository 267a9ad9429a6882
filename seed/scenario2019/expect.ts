/** What is assumed of people; nobody recorded it in 2019, so each is a range and the result is shown over it. */
export interface Assumptions {
  /** somebody invited comes */
  readonly come: number;
  /** somebody who came and whom the post suits agrees with the firm */
  readonly agree: number;
  /** an intent becomes a first day of work */
  readonly start: number;
  /** whoever began is there after 90 days */
  readonly stay: number;
}

/** A post with its places and how many are invited to it. */
export interface InvitedPost {
  readonly places: number;
  readonly invited: number;
}

/**
 * Intents to be expected: of those invited to a post each comes and agrees by himself with probability p, and a post
 * takes no more than its places: Σ E[min(places, Binomial(invited, p))]. Exact, no draws.
 */
export function expectedIntents(
  posts: readonly InvitedPost[],
  { come, agree }: Pick<Assumptions, 'come' | 'agree'>,
): number {
  return posts.reduce((sum, { places, invited }) => sum + cappedMean(places, invited, come * agree), 0);
}

/** E[min(cap, Binomial(n, p))]. */
export function cappedMean(cap: number, n: number, p: number): number {
  if (p >= 1) return Math.min(cap, n);
  let mass = (1 - p) ** n;
  let mean = 0;
  let below = 0;
  for (let k = 0; k < Math.min(cap, n + 1); k++) {
    mean += k * mass;
    below += mass;
    mass *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return mean + cap * Math.max(0, 1 - below);
}

/** The same people, uninvited: each looks at `visits` stalls at random, and a stall suits with probability `suits`. */
export const strollingIntents = (
  people: number,
  suits: number,
  visits: number,
  { come, agree }: Pick<Assumptions, 'come' | 'agree'>,
): number => people * come * (1 - (1 - suits * agree) ** visits);
