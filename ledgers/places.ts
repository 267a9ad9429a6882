/** Where the ledgers' people live and work, known by name only, and how far it is from one to the other. */
import type { PersonRecord } from './records.ts';
import { countyCode } from './words/county.ts';

/** A county nobody can place, by its written name; '' when the cell is empty. */
export class UnknownCountyError extends Error {
  override readonly name = 'UnknownCountyError';
  readonly county: string;

  constructor(county: string) {
    super(county);
    this.county = county;
  }
}

/** One-way minutes, rough on purpose: the ledgers hold no distances. */
export const minutesWithin = { settlement: 10, street: 20, county: 40 } as const;

interface Place {
  readonly county: string;
  readonly street: string | null;
  readonly names: readonly string[];
}

/** Settlements of the people's ledger; streets and counties stand in for workplaces known no better. */
export class Places {
  readonly #fallback: string | null;
  readonly #places = new Map<string, Place>();

  constructor(fallback: string | null) {
    this.#fallback = fallback;
  }

  add({ county, street, settlement }: PersonRecord): void {
    const code = this.#county(county);
    const put = (id: string, place: Place) => {
      if (!this.#places.has(id)) this.#places.set(id, place);
    };
    put(`${code}/${settlement}`, { county: code, street, names: [settlement] });
    if (street !== null) put(`${code}//${street}`, { county: code, street, names: [street] });
    put(code, { county: code, street: null, names: county === null ? [] : [county] });
  }

  home({ county, settlement }: PersonRecord): string {
    return `${this.#county(county)}/${settlement}`;
  }

  /** The place with the longest name in the text. */
  find(text: string | null): string | null {
    let best: string | null = null;
    let length = 0;
    for (const [id, { names }] of this.#places)
      for (const name of names)
        if (name.length > length && text?.includes(name)) {
          best = id;
          length = name.length;
        }
    if (best !== null) return best;
    const counties = new Set([...this.#places.values()].map(({ county }) => county));
    return counties.size === 1 ? [...counties][0]! : null;
  }

  countyOf(id: string): string {
    return this.#places.get(id)!.county;
  }

  minutes(from: string, to: string): number {
    if (from === to) return minutesWithin.settlement;
    const [a, b] = [this.#places.get(from), this.#places.get(to)];
    if (a === undefined || b === undefined || a.county !== b.county) return Number.POSITIVE_INFINITY;
    return a.street !== null && a.street === b.street ? minutesWithin.street : minutesWithin.county;
  }

  all(): { id: string; county: string }[] {
    return [...this.#places].map(([id, { county }]) => ({ id, county }));
  }

  #county(written: string | null): string {
    const code = (written === null ? null : countyCode(written)) ?? this.#fallback;
    if (code === null) throw new UnknownCountyError(written ?? '');
    return code;
  }
}
