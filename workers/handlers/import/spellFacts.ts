import type { SpellRow } from '#drizzle/queries/ledgerPeople.ts';
import { said, type Told } from './change.ts';
import type { StagedPerson } from './personFacts.ts';

/** A change to somebody's spells: of an existing one, or a new one. */
export interface SpellChange {
  readonly spell: SpellRow | null;
  readonly told: Told<SpellRow>;
}

export const blankSpell = {
  person: '',
  employerName: null,
  occupation: null,
  channel: 'other',
  region: 'local',
  place: null,
  startedOn: '',
  endedOn: null,
  monthlyPay: null,
  contract: false,
  insurance: false,
} satisfies Partial<SpellRow>;
export const spellColumns = Object.keys(blankSpell);

/**
 * What a row says of jobs, against the spells we hold. A job in hand is recognised by its first day, else by its
 * employer; another employer means the old job has ended; 未就业 ends whatever is open.
 * @param day ISO day of the upload, the start of a job whose ledger names none
 */
export function spellChanges(row: StagedPerson, spells: readonly SpellRow[], day: string): SpellChange[] {
  if (row.employment === 'unknown') return [];
  const open = spells.filter(({ endedOn }) => endedOn === null || endedOn >= day);
  const yesterday = lastDay(row, day);
  if (row.employment === 'unemployed' && row.startedOn === null)
    return open.map((spell) => ended(spell, yesterday));

  const working = row.employment === 'employed';
  const startedOn = row.startedOn ?? min(row.updatedOn ?? day, day);
  const known = recognise(row, startedOn, spells, working ? open : []);
  const told: Told<SpellRow> = {
    ...toldOf(row),
    endedOn: working ? endOfWork(row, known, day) : max(startedOn, min(row.endedOn ?? yesterday, yesterday)),
  };
  const until = working && row.startedOn !== null ? dayBefore(row.startedOn) : yesterday;
  const others = open.filter((spell) => spell !== known).map((spell) => ended(spell, until));
  return [...others, known ? { spell: known, told } : { spell: null, told: { ...told, startedOn } }];
}

function toldOf(row: StagedPerson): Told<SpellRow> {
  return {
    employerName: said(row.employerName),
    occupation: said(row.occupation),
    channel: said(row.channel),
    region: said(row.workRegion),
    place: said(row.workplace),
    startedOn: said(row.startedOn),
    monthlyPay: said(row.monthlyPay),
    contract: said(row.contract),
    insurance: said(row.insurance),
  };
}

/** A job of the same first day and channel, or of the same first day and employer; an open one of the employer. */
function recognise(
  row: StagedPerson,
  startedOn: string,
  all: readonly SpellRow[],
  open: readonly SpellRow[],
) {
  const { employerName } = row;
  const channel = row.channel ?? 'other';
  const started = all.filter((spell) => spell.startedOn === startedOn);
  const employer = (spell: SpellRow) => employerName === null || spell.employerName === employerName;
  return (
    (row.startedOn === null ? open.findLast(employer) : undefined) ??
    started.find((spell) => spell.channel === channel) ??
    (row.channel === null ? started.find(employer) : undefined)
  );
}

/** Silent about the end of a job that goes on; one we took for ended is open again. */
function endOfWork(row: StagedPerson, known: SpellRow | undefined, day: string): string | null | undefined {
  if (row.endedOn !== null) return row.endedOn;
  return known?.endedOn != null && known.endedOn < day ? null : undefined;
}

const ended = (spell: SpellRow, day: string): SpellChange => ({
  spell,
  told: { endedOn: max(spell.startedOn, day) },
});

/** Somebody without work on a day had it yesterday at the latest. */
const lastDay = (row: StagedPerson, day: string) => min(row.updatedOn ?? day, dayBefore(day));

const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const min = (a: string, b: string) => (a < b ? a : b);
const max = (a: string, b: string) => (a > b ? a : b);
