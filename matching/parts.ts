import type { Strain, WorkRegion } from './types.ts';
import type { PartCode } from './weights.ts';

/** What each part of a score looked at; explain.ts turns these into sentences. */
export interface PartFacts {
  /** nearness 0–100 of the nearest skill; `open` = no experience asked */
  skill: { occupation: string; nearness: number; open: boolean };
  /** yuan per month; `floor` the person's own, else the local minimum, null when neither is known */
  pay: { payMin: number; payMax: number; floor: number | null; own: boolean };
  wish: { occupation: string; stated: boolean; nearness: number };
  /** one way; null = lives there */
  minutes: { mode: 'home' | 'daily' | 'away' | 'beyond'; minutes: number | null; region: WorkRegion };
  /** slack in minutes around the care duty; null = cannot collide */
  hours: {
    hoursPerDay: number;
    care: 'child' | 'other' | null;
    slack: number | null;
    childWelcome: boolean;
  };
  stability: { stability: number; insurance: boolean };
  /** ids of companions who work there or could go along */
  companions: { companions: readonly string[] };
  lodging: { needed: boolean; lodging: boolean; meals: boolean };
  gentle: { spared: boolean; strains: readonly Strain[] };
  language: { speaks: boolean; amongNeighbours: boolean };
}

/** One part of a score: integer points of at most `max`. Parts of a pair add up to its score. */
export type ScorePart = {
  readonly [C in PartCode]: {
    readonly code: C;
    readonly points: number;
    readonly max: number;
    readonly facts: Readonly<PartFacts[C]>;
  };
}[PartCode];
