import { healthLimit } from '#contract/codes/person.ts';
import type { PersonRecord, VacancyRecord } from '#ledgers/records.ts';
import type { RegionRow, SpellRow, VacancyRow, WorldRows } from '../world/rows.ts';

/** The people of a world as the 劳动力就业台账 holds them: household by household, head first. */
export function* peopleRecords(world: WorldRows): Generator<PersonRecord> {
  const identities = new Map(world.identities.map((identity) => [identity.person, identity]));
  const jobs = new Map(
    world.spells.filter(({ endedOn }) => endedOn === null).map((spell) => [spell.person, spell]),
  );
  const members = Map.groupBy(world.persons, ({ household }) => household);
  const buildings = new Map(world.buildings.map(({ code, name }) => [code, name]));
  const placeOf = placeNames(world.regions);

  for (const household of world.households) {
    const people = members.get(household.id) ?? [];
    const place = placeOf(household.grid ?? household.settlement);
    const headName = identities.get(people[0]?.id ?? '')?.name ?? null;
    for (const person of people) {
      const identity = identities.get(person.id)!;
      const job = jobs.get(person.id);
      const { careKind: kind, careFreeFrom: freeFrom, careFreeUntil: freeUntil } = person;
      yield {
        ...place,
        building: buildings.get(household.building ?? '') ?? null,
        door: household.door,
        householdNumber: household.number,
        headName,
        householdType: household.type,
        monitoring: household.monitoring,
        origin: household.origin,
        name: identity.name,
        relation: person.relation,
        idNumber: identity.idNumber,
        birthDate: person.birthDate!,
        sex: person.sex,
        ethnicity: person.ethnicity,
        education: person.education,
        literate: person.literate,
        languages: person.languages,
        health: person.healthLimits.map(healthLimit.label).join('、') || '健康',
        healthLimits: person.healthLimits,
        disability: person.disability,
        capacity: person.capacity,
        hardship: person.hardship,
        skills: person.skills as PersonRecord['skills'],
        certificates: person.certificates,
        phone: identity.phone,
        employment: person.employment,
        ...jobFields(job, world.today),
        unemploymentReason: person.unemploymentReason,
        care: kind && freeFrom !== null && freeUntil !== null ? { kind, freeFrom, freeUntil } : null,
        willing: person.willing,
        wishTraining: person.wishTraining,
        wishOccupations: person.wishOccupations as PersonRecord['wishOccupations'],
        wishAway: person.wishAway,
        wishMinPay: person.wishMinPay,
        wishMaxMinutes: person.wishMaxMinutes,
        wishLodging: person.wishLodging,
        wishPartTime: person.wishPartTime,
        responsible: household.responsible,
        updatedOn: world.today,
      };
    }
  }
}

function jobFields(job: SpellRow | undefined, today: string) {
  return {
    workRegion: job?.region ?? null,
    channel: job?.channel ?? null,
    employerName: job?.employerName ?? null,
    occupation: (job?.occupation ?? null) as PersonRecord['occupation'],
    workplace: job?.place ?? null,
    startedOn: job?.startedOn ?? null,
    endedOn: null,
    monthsThisYear: job ? monthsOfYear(job.startedOn, today) : null,
    monthlyPay: job?.monthlyPay ?? null,
    contract: job?.contract ?? null,
    insurance: job?.insurance ?? null,
  };
}

/** Calendar months of the current year in the job, the current one included. */
function monthsOfYear(startedOn: string, today: string): number {
  const month = Number(today.slice(5, 7));
  return startedOn.slice(0, 4) < today.slice(0, 4) ? month : month - Number(startedOn.slice(5, 7)) + 1;
}

/** The live vacancies of a world as the 用工需求台账 holds them; what reads the same is written once. */
export function* vacancyRecords(world: WorldRows): Generator<VacancyRecord> {
  const employers = new Map(world.employers.map((employer) => [employer.id, employer]));
  const seen = new Set<string>();
  for (const vacancy of world.vacancies) {
    if (vacancy.status !== 'published' && vacancy.status !== 'filled') continue;
    const employer = employers.get(vacancy.employer)!;
    const key = [
      employer.id,
      vacancy.title,
      vacancy.address,
      vacancy.form,
      vacancy.payMin,
      vacancy.payMax,
    ].join();
    if (seen.has(key)) continue;
    seen.add(key);
    yield {
      ...termsOf(vacancy),
      employer: employer.name,
      uscc: employer.uscc,
      employerKind: employer.kind,
      industry: employer.industry as VacancyRecord['industry'],
      place: vacancy.address,
      shiftText: null,
      payNote: '',
    };
  }
}

function termsOf(row: VacancyRow) {
  const { title, kind, headcount, filled, form, region, shiftStart, shiftEnd, hoursPerDay } = row;
  const { payBasis, payMin, payMax, monthlyMin, monthlyMax, meals, lodging, insurance } = row;
  const { minEducation, needsLiteracy, needsPutonghua, certificates, demands, minAge, maxAge } = row;
  const { acceptsWeak, childWelcome, flexible, content, contact, phone, validUntil } = row;
  return {
    title,
    kind,
    occupation: row.occupation as VacancyRecord['occupation'],
    headcount,
    filled,
    form,
    region,
    shiftStart,
    shiftEnd,
    hoursPerDay,
    payBasis,
    payMin,
    payMax,
    monthlyMin,
    monthlyMax,
    meals,
    lodging,
    insurance,
    minEducation,
    needsLiteracy,
    needsPutonghua,
    skills: row.skills as VacancyRecord['skills'],
    certificates,
    demands,
    minAge,
    maxAge,
    acceptsWeak,
    childWelcome,
    flexible,
    content,
    contact,
    phone,
    validUntil,
  };
}

/** Names from county down to the grid, found by walking up from a region. */
function placeNames(regions: readonly RegionRow[]) {
  const byCode = new Map(regions.map((region) => [region.code, region]));
  return (code: string) => {
    const names: Partial<Record<RegionRow['level'], string>> = {};
    for (let at = byCode.get(code); at; at = byCode.get(at.parent ?? '')) names[at.level] = at.name;
    const { county = null, street = null, community = null, settlement = '', grid = null } = names;
    return { county, street, community, settlement, grid };
  };
}
