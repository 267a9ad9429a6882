import type { Refusal } from './refusals.ts';
import type { PolicyKey } from './types.ts';

/** No policy row is in force for `key` in `region` on `today`; without it no lawful verdict exists. */
export class MissingPolicyError extends Error {
  readonly key: PolicyKey;
  readonly region: string;
  readonly today: string;

  constructor(key: PolicyKey, region: string, today: string) {
    super(`no policy row ${key} in force in ${region} on ${today}`);
    this.name = 'MissingPolicyError';
    this.key = key;
    this.region = region;
    this.today = today;
  }
}

/** The world contradicts itself: an id twice, or a reference to nothing. */
export class WorldError extends Error {
  readonly entity: string;
  readonly id: string;

  constructor(entity: string, id: string, what: string) {
    super(`${entity} ${id}: ${what}`);
    this.name = 'WorldError';
    this.entity = entity;
    this.id = id;
  }
}

/** A lock that cannot be kept: the pair is not eligible (`refusals`), or its places are used up. */
export class LockError extends Error {
  readonly personId: string;
  readonly vacancyId: string;
  readonly refusals: readonly Refusal[];

  constructor(personId: string, vacancyId: string, refusals: readonly Refusal[]) {
    const why = refusals.map((refusal) => refusal.code).join(', ') || 'locked twice or no place left';
    super(`cannot lock ${personId} to ${vacancyId}: ${why}`);
    this.name = 'LockError';
    this.personId = personId;
    this.vacancyId = vacancyId;
    this.refusals = refusals;
  }
}

/** The run was told to stop. */
export class CancelledError extends Error {
  constructor() {
    super('the matching run was cancelled');
    this.name = 'CancelledError';
  }
}

/** The solver's answer did not prove optimal; it must not be shown to anyone. */
export class CertificateError extends Error {
  constructor() {
    super('the plan has no valid certificate of optimality');
    this.name = 'CertificateError';
  }
}
