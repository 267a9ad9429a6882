/** One row of the 劳动力就业台账 → PersonRecord: what cells say together, and where they contradict. */
import { ageOn } from '#contract/identifiers.ts';
import type { peopleColumns } from './columns/people.ts';
import { readCare } from './normalise/care.ts';
import type { PersonRecord } from './records.ts';
import type { RowReader } from './rowReader.ts';
import { healthLimitWords, monitoringWords, reasonWords } from './words/person.ts';

/** Younger people are no labourers, whatever the ledger leaves empty (劳动法 15). */
const workingAge = 16;

/** null when the row lacks what makes a person: name, household, settlement, ID number. */
export function toPerson(reader: RowReader<typeof peopleColumns>, today: string): PersonRecord | null {
  const fields = reader.fields(today);
  const { name, householdNumber, settlement, idNumber: id } = fields;
  if (name === null || householdNumber === null || settlement === null || id === null) return null;

  const age = ageOn(id.birthDate, today);
  // ledgers count years by the calendar or by the birthday, and are kept for months
  if (fields.age !== null && Math.abs(fields.age - age) > 1)
    reader.report('age', 'age_differs', `按身份证号今天是 ${age} 岁`);
  if (fields.sex !== null && fields.sex !== id.sex && (fields.sex === '1' || fields.sex === '2'))
    reader.report('sex', 'sex_differs', '与身份证号第 17 位不一致，以身份证号为准');
  if (fields.capacity === null && age >= workingAge && reader.written('capacity') === null)
    reader.report('capacity', 'capacity_missing', '劳动能力要由人认定，16 岁以上必须填');
  const details = ['employerName', 'occupation', 'workplace'] as const;
  if (
    fields.employment === 'employed' &&
    details.some((key) => reader.has(key)) &&
    details.every((key) => fields[key] === null)
  )
    reader.report('employment', 'employed_without_details', '写明已就业，但没有填单位、工种或地点');

  const reasonText = fields.unemploymentReason;
  const unemploymentReason = reasonText === null ? null : (reasonWords.find(reasonText).codes[0] ?? 'other');
  const healthText = [fields.health, fields.disability].filter(Boolean).join(' ');
  return {
    county: fields.county,
    street: fields.street,
    community: fields.community,
    settlement,
    grid: fields.grid,
    ...splitAddress(fields.address),
    householdNumber,
    headName: fields.headName,
    householdType: fields.householdType,
    monitoring: fields.monitoring ?? monitoringWords.read(reader.written('householdType') ?? ''),
    origin: fields.origin,
    name,
    relation: fields.relation ?? (fields.headName === name ? 'head' : 'other'),
    idNumber: id.number,
    birthDate: id.birthDate,
    sex: id.sex,
    ethnicity: fields.ethnicity,
    education: fields.schooling?.education ?? null,
    literate: fields.schooling?.literate ?? true,
    languages: fields.languages ?? [],
    health: fields.health,
    healthLimits: healthLimitWords.find(healthText).codes,
    disability: fields.disability,
    capacity: fields.capacity ?? 'none',
    hardship: fields.hardship,
    skills: fields.skills?.skills ?? [],
    certificates: fields.skills?.certificates ?? [],
    phone: fields.phone,
    employment: fields.employment ?? 'unknown',
    workRegion: fields.workRegion,
    channel: fields.channel,
    employerName: fields.employerName,
    occupation: fields.occupation,
    workplace: fields.workplace,
    startedOn: fields.period?.from ?? null,
    endedOn: fields.period?.to ?? null,
    monthsThisYear: fields.monthsThisYear,
    monthlyPay: fields.monthlyPay,
    contract: fields.contract,
    insurance: fields.insurance,
    unemploymentReason,
    care: readCare(fields.care ?? '') ?? (unemploymentReason === 'care' ? readCare(reasonText!) : null),
    willing: fields.willing ?? unemploymentReason !== 'no_wish',
    wishTraining: fields.wishTraining,
    wishOccupations: fields.wishOccupations ?? [],
    wishAway: fields.wishAway,
    wishMinPay: fields.wishMinPay,
    wishMaxMinutes: fields.wishMaxMinutes,
    wishLodging: fields.wishLodging,
    wishPartTime: fields.wishPartTime,
    responsible: fields.responsible,
    updatedOn: fields.updatedOn,
  };
}

/** `3栋-2单元-501` and `3-2-501` → building and door. */
export function splitAddress(text: string | null): { building: string | null; door: string | null } {
  if (text === null) return { building: null, door: null };
  const match = /^(.*?\d+(?:号楼|栋|幢|座|楼))[-—]?(.*)$/.exec(text) ?? /^([^-]+)-(.+)$/.exec(text);
  if (match === null) return { building: null, door: text };
  return { building: match[1]!, door: match[2] || null };
}
