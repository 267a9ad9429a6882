import type { Random } from '../random.ts';
import { cityCode } from '../reference/settlements.ts';
import type { PersonRow, VacancyRow } from './rows.ts';
import type { OpenVacancy } from './vacancies.ts';

/** Hands out places of advertised vacancies to employed people, so that `filled` is a count of real jobs. */
export interface Jobs {
  /** a place this person may hold, taken; undefined when none fits nearby */
  take(worker: Worker): OpenVacancy | undefined;
  /** the rows with `filled` counted and full vacancies marked */
  settle(): VacancyRow[];
}

export interface Worker {
  readonly person: PersonRow;
  readonly age: number;
  readonly settlement: string;
  readonly county: string;
}

/** How far the places of a vacancy are taken already: one in five has just opened, one in four is nearly full. */
function takenShare(random: Random): number {
  return random.chance(0.2) ? 0 : Math.min(1, random.next() * 1.5);
}

/** Vacancies looked at before giving up: enough for a fit, and keeps a full-scale world fast. */
const tries = 6;

export function createJobs(random: Random, vacancies: readonly OpenVacancy[]): Jobs {
  const filled = new Map<string, number>();
  const wanted = new Map(
    vacancies.map(({ row }) => [row.id, Math.round(row.headcount * takenShare(random))]),
  );
  const pools = new Map<string, OpenVacancy[]>();
  for (const vacancy of vacancies) {
    if (wanted.get(vacancy.row.id) === 0) continue;
    const key = vacancy.row.settlement ?? vacancy.row.regionCode ?? '';
    pools.set(key, [...(pools.get(key) ?? []), vacancy]);
  }

  return {
    take(worker) {
      const pool = pools.get(random.pick([worker.settlement, worker.settlement, worker.county, cityCode]));
      for (let i = 0; pool && pool.length > 0 && i < tries; i++) {
        const index = random.int(0, pool.length - 1);
        const vacancy = pool[index]!;
        if (!mayHold(worker, vacancy.row)) continue;
        const count = (filled.get(vacancy.row.id) ?? 0) + 1;
        filled.set(vacancy.row.id, count);
        if (count === wanted.get(vacancy.row.id)) pool.splice(index, 1);
        return vacancy;
      }
      return undefined;
    },
    settle: () =>
      vacancies.map(({ row }) => {
        const count = filled.get(row.id) ?? 0;
        return { ...row, filled: count, status: count === row.headcount ? 'filled' : row.status };
      }),
  };
}

function mayHold({ person, age }: Worker, row: VacancyRow): boolean {
  // Public-welfare posts go to recognised people only; those are placed by hand, never here.
  if (row.kind === 'public_welfare' && person.hardship === null) return false;
  return (
    age >= (row.minAge ?? 18) &&
    age <= (row.maxAge ?? 60) &&
    (person.capacity !== 'weak' || row.acceptsWeak) &&
    (!row.needsLiteracy || person.literate) &&
    (!row.needsPutonghua || person.languages.includes('putonghua')) &&
    row.certificates.every((certificate) => person.certificates.includes(certificate)) &&
    !row.demands.some((demand) => person.healthLimits.includes(demand))
  );
}
