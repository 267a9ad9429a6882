import { payText } from '#contract/present/vacancy.ts';
import { newIds } from '#drizzle/queries/ids.ts';
import {
  type EmployerRow,
  type KnownVacancies,
  knownVacancies,
  type VacancyRow,
} from '#drizzle/queries/ledgerVacancies.ts';
import type { Write } from '#drizzle/queries/ledgerWrites.ts';
import { vacancyKey } from '#ledgers/records.ts';
import { creation, revision } from './change.ts';
import { type Context, isProblem, type LedgerWork, type RowPlan } from './ledgerWork.ts';
import { problem } from './problems.ts';
import {
  blankEmployer,
  blankVacancy,
  employerColumns,
  employerTold,
  type StagedVacancy,
  vacancyColumns,
  vacancyTold,
} from './vacancyFacts.ts';

/** 用工需求台账 → employer, vacancy. An employer is known by its credit code, else by its name. */
export const vacanciesWork: LedgerWork<'vacancies', StagedVacancy> = {
  openStage({ places }) {
    const spoken = new Set<string>();
    return (_row, record) => {
      const workplace = places.workplaceOf(record);
      if (isProblem(workplace)) return workplace;
      const employer = employerKey(record);
      const speaks = !spoken.has(employer);
      spoken.add(employer);
      return { ...record, key: vacancyKey(record), workplace, speaks };
    };
  },

  async plan(db, context, rows, hold) {
    const known = await knownVacancies(
      db,
      {
        usccs: rows.flatMap(({ record }) => record.uscc ?? []),
        names: [...new Set(rows.map(({ record }) => record.employer))],
        keys: rows.map(({ record }) => record.key),
      },
      hold,
    );
    const ids = await newIds(db, hold ? rows.length * 2 : 0);
    const nextId = () => ids.pop() ?? '';
    const created = new Map<string, string>();
    const adopted = new Set<string>();
    const keys = new Set(rows.map(({ record }) => record.key));
    const unkeyed = known.unkeyed.map((row) => ({ ...row, key: keyOf(row, known) }));
    return rows.map(({ row, record }): RowPlan => {
      const employer = employerOf(known, record);
      const writes: Write[] = [];
      let employerId = employer?.id ?? created.get(employerKey(record));
      const vacancy =
        known.vacancies.get(record.key) ??
        unclaimed(unkeyed, record, employerId, (one) => adopted.has(one.id) || keys.has(one.key));
      if (vacancy && !context.places.covers(registeredIn(vacancy, employer))) return refused(row, record);
      if (employerId === undefined) {
        employerId = nextId();
        created.set(employerKey(record), employerId);
        writes.push(creation('employer', employerId, blankEmployer, newEmployer(record, context), 1));
      } else if (employer && record.speaks && context.places.covers(employer.settlement ?? employer.region)) {
        const change = revision('employer', employerId, employerColumns, employer, employerTold(record));
        if (change) writes.push(change);
      }
      if (vacancy) {
        adopted.add(vacancy.id);
        const told = { ...vacancyTold(record), employer: employerId };
        const change = revision('vacancy', vacancy.id, vacancyColumns, vacancy, told);
        if (change && !isClaimOnly(change)) writes.push(change);
      } else {
        const told = {
          ...vacancyTold(record),
          employer: employerId,
          regionCode: record.workplace.regionCode ?? context.batch.region,
          content: record.content ?? record.title,
        };
        writes.push(creation('vacancy', nextId(), { ...blankVacancy, publishedAt: new Date() }, told, 1));
      }
      return {
        row,
        effect: vacancy ? (writes.length > 0 ? 'changed' : 'same') : 'added',
        problems: [],
        writes,
      };
    });
  },
};

const employerKey = ({ uscc, employer }: Pick<StagedVacancy, 'uscc' | 'employer'>) => uscc ?? employer;

function newEmployer(record: StagedVacancy, { batch }: Context) {
  const { settlement, regionCode } = record.workplace;
  return {
    name: record.employer,
    ...employerTold(record),
    status: record.uscc === null ? 'pending' : 'verified',
    region: regionCode ?? batch.region,
    settlement,
  };
}

/** One of the same name without a credit code is the same firm, now better known. */
function employerOf(
  { employersByUscc, employersByName }: KnownVacancies,
  record: StagedVacancy,
): EmployerRow | undefined {
  const named = employersByName.get(record.employer);
  if (record.uscc === null) return named;
  return employersByUscc.get(record.uscc) ?? (named?.uscc === null ? named : undefined);
}

type Unkeyed = VacancyRow & { readonly key: string };

/** One that no ledger has claimed: what would read the same; else of the same title, form and place, if nobody else's. */
function unclaimed(
  unkeyed: readonly Unkeyed[],
  record: StagedVacancy,
  employer: string | undefined,
  isTaken: (vacancy: Unkeyed) => boolean,
): VacancyRow | undefined {
  return (
    unkeyed.find(({ key }) => key === record.key) ??
    unkeyed.find(
      (vacancy) =>
        vacancy.employer === employer &&
        vacancy.title === record.title &&
        vacancy.form === record.form &&
        vacancy.settlement === record.workplace.settlement &&
        !isTaken(vacancy),
    )
  );
}

/** The key of the row our own ledger would hold of it. */
function keyOf(row: VacancyRow, { employersById }: KnownVacancies): string {
  const { uscc, name } = employersById.get(row.employer)!;
  const { title, address: place, form } = row;
  return vacancyKey({ uscc, employer: name, title, place, form, payNote: row.payNote ?? payText(row) });
}

/** Where one lies that names no place: where its employer is registered. */
const registeredIn = (vacancy: VacancyRow, employer: EmployerRow | undefined): string | null =>
  vacancy.settlement ?? vacancy.regionCode ?? employer?.region ?? null;

/** To claim a vacancy and say nothing new of it changes nothing: the next time it is recognised again. */
const isClaimOnly = ({ was }: Write): boolean => Object.keys(was ?? {}).join() === 'ledgerKey';

const refused = (row: number, { title }: StagedVacancy): RowPlan => ({
  row,
  effect: 'refused',
  problems: [problem('out_of_region', '岗位', title, '这个岗位登记在别的地区，请与当地核对后再上传')],
  writes: [],
});
