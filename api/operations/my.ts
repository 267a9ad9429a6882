import { occupation } from '#contract/codes/occupation.ts';
import type { Db } from '#drizzle/db.ts';
import { openTask } from '#drizzle/queries/applications.ts';
import { recordAudit } from '#drizzle/queries/audit.ts';
import { emit } from '#drizzle/queries/events.ts';
import {
  findSelf,
  objectToAssisted,
  type ProfileChange,
  revokeContact,
  type Self,
  saveProfile,
  setFindable,
} from '#drizzle/queries/my.ts';
import { unpaidSkills } from '#matching/taxonomy.ts';
import { found, notFound, Problem } from '../problem.ts';
import type { Act } from './act.ts';

/** What a seeker does about themselves. Each is one transaction with its audit row. */

/** @throws Problem not_found for an account that stands for nobody */
export const selfOf = async (db: Db, { caller }: Pick<Act, 'caller'>): Promise<Self> =>
  found(await findSelf(db, found(caller.person)));

const audited = (db: Db, { caller, requestId }: Act, self: Self, action: string) =>
  recordAudit(db, {
    actor: caller,
    action,
    subject: 'person',
    subjectId: self.person.id,
    region: self.grid,
    requestId,
  });

export const changeFindable = (db: Db, { given, ...act }: Act & { readonly given: boolean }) =>
  db.transaction(async (db) => {
    const self = await selfOf(db, act);
    await setFindable(db, self.person.id, given);
    await audited(db, act, self, given ? 'consent.granted' : 'consent.revoked');
  });

/** @throws Problem not_found when there is nothing of this person to take back */
export const takeBackContact = (db: Db, { consent, ...act }: Act & { readonly consent: string }) =>
  db.transaction(async (db) => {
    const self = await selfOf(db, act);
    if (!(await revokeContact(db, self.person.id, consent))) throw notFound();
    await audited(db, act, self, 'consent.revoked');
  });

/** Somebody comes to ask. @throws Problem not_found */
export const objectToAction = (
  db: Db,
  { action, words, ...act }: Act & { readonly action: string; readonly words: string | undefined },
) =>
  db.transaction(async (db) => {
    const self = await selfOf(db, act);
    found(await objectToAssisted(db, self.person.id, action, words ?? null));
    await openTask(db, {
      kind: 'objection',
      region: self.grid,
      person: self.person.id,
      subjectId: action,
      text: '本人说这件事不是自己要办的，请上门问清',
      dedupe: `objection:${action}`,
    });
    await audited(db, act, self, 'assisted.objected');
  });

/** @throws Problem not_found, version_conflict */
export const changeProfile = (
  db: Db,
  { version, profile, ...act }: Act & { readonly version: number; readonly profile: ProfileChange },
) =>
  db.transaction(async (db) => {
    const self = await selfOf(db, act);
    const ticked = profile.skills.filter(isSkill);
    if (!(await saveProfile(db, self.person.id, version, { ...profile, skills: [...new Set(ticked)] }))) {
      throw new Problem('version_conflict');
    }
    await audited(db, act, self, 'profile.changed');
    await emit(db, 'search.sync', { index: 'workers', ids: [self.person.id] });
  });

const isSkill = (code: string) => occupation.is(code) || Object.hasOwn(unpaidSkills, code);
