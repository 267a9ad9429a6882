/** What only several rows together show. Memory: one small entry per person, household or vacancy. */
import type { Problem } from './problems.ts';
import {
  type LedgerKind,
  type PersonRecord,
  type RecordOf,
  type VacancyRecord,
  vacancyKey,
} from './records.ts';

export interface CrossCheck<R> {
  /** problems of this row with those before it; `column` turns a key into their header */
  add(row: number, record: R, column: (key: string) => string | null): Problem[];
  /** remarks on earlier rows that only the end of the file proves */
  finish(): Problem[];
  /** households or employers seen */
  readonly groups: number;
}

export const crossChecks: { readonly [K in LedgerKind]: () => CrossCheck<RecordOf<K>> } = {
  people: () => new PeopleCheck(),
  vacancies: () => new VacancyCheck(),
};

interface SeenHousehold {
  readonly row: number;
  readonly settlement: string;
  readonly address: string;
  readonly type: PersonRecord['householdType'];
  headRow: number | null;
}

class PeopleCheck implements CrossCheck<PersonRecord> {
  readonly #persons = new Map<string, number>();
  readonly #households = new Map<string, SeenHousehold>();
  #headsKnown = false;
  #headColumn: string | null = null;

  get groups(): number {
    return this.#households.size;
  }

  add(row: number, record: PersonRecord, column: (key: string) => string | null): Problem[] {
    const problems: Problem[] = [];
    const report = (key: string, value: string | null, code: Problem['code'], reason: string) =>
      problems.push({ row, column: column(key), value, code, reason });

    const before = this.#persons.get(record.idNumber);
    if (before !== undefined) {
      report('idNumber', null, 'duplicate_person', `与第 ${before} 行是同一个身份证号`);
      return problems;
    }
    this.#persons.set(record.idNumber, row);

    const address = `${record.building ?? ''}-${record.door ?? ''}`;
    const household = this.#households.get(record.householdNumber);
    const isHead = record.relation === 'head';
    this.#headsKnown ||= isHead;
    this.#headColumn ??= column('relation');
    if (household === undefined) {
      const { settlement, householdType: type } = record;
      this.#households.set(record.householdNumber, {
        row,
        settlement,
        address,
        type,
        headRow: isHead ? row : null,
      });
      return problems;
    }
    if (household.settlement !== record.settlement)
      report(
        'settlement',
        record.settlement,
        'household_split',
        `户编号 ${record.householdNumber} 在第 ${household.row} 行是“${household.settlement}”，请核对是哪一处`,
      );
    else if (address !== '-' && household.address !== '-' && household.address !== address)
      report(
        'address',
        address,
        'household_address_differs',
        `同一户在第 ${household.row} 行的住址是 ${household.address}`,
      );
    if (record.householdType !== null && household.type !== null && record.householdType !== household.type)
      report('householdType', null, 'household_type_differs', `同一户在第 ${household.row} 行的户类型不同`);
    if (isHead && household.headRow !== null)
      report('relation', null, 'household_two_heads', `第 ${household.headRow} 行已有户主`);
    if (isHead) household.headRow ??= row;
    return problems;
  }

  finish(): Problem[] {
    // a ledger of labourers only, or without relations, says nothing about heads
    if (!this.#headsKnown) return [];
    return [...this.#households]
      .filter(([, { headRow }]) => headRow === null)
      .map(([number, { row }]) => ({
        row,
        column: this.#headColumn,
        value: null,
        code: 'household_head_missing',
        reason: `户编号 ${number} 没有户主这一行`,
      }));
  }
}

class VacancyCheck implements CrossCheck<VacancyRecord> {
  readonly #vacancies = new Map<string, number>();
  readonly #employers = new Set<string>();

  get groups(): number {
    return this.#employers.size;
  }

  add(row: number, record: VacancyRecord, column: (key: string) => string | null): Problem[] {
    this.#employers.add(record.uscc ?? record.employer);
    const key = vacancyKey(record);
    const before = this.#vacancies.get(key);
    if (before === undefined) {
      this.#vacancies.set(key, row);
      return [];
    }
    const reason = `与第 ${before} 行的单位、岗位、地点、性质和工资都相同；若要多招，请改人数`;
    return [{ row, column: column('title'), value: record.title, code: 'duplicate_vacancy', reason }];
  }

  finish(): Problem[] {
    return [];
  }
}
