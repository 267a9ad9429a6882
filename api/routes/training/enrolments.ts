import type { enrolmentRoutes } from '#contract/routes/enrolments.ts';
import { findClass } from '#drizzle/queries/training/classes.ts';
import { classesOfPersons, listEnrolments } from '#drizzle/queries/training/enrolments.ts';
import { certificatesOf, findServedHousehold, learners } from '#drizzle/queries/training/file.ts';
import { vouchersOf } from '#drizzle/queries/training/vouchers.ts';
import { assess, award, enrol, withdraw } from '../../operations/training/enrolments.ts';
import { presentEnrolment, presentMember, presentMyClass } from '../../presenters/training/enrolment.ts';
import { found } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const enrolmentHandlers = (): Handlers<typeof enrolmentRoutes> => ({
  async enrol({ params, body: { person, authority }, caller, db, request }) {
    const act = { caller, requestId: request.id, classId: params.class, personId: person, authority };
    return presentMyClass(await enrol(db, act));
  },

  async list({ params, caller, db }) {
    const { class: row } = found(await findClass(db, caller, params.class));
    return { items: (await listEnrolments(db, row.id)).map((record) => presentEnrolment(record, caller)) };
  },

  async mine({ caller, db }) {
    const rows = caller.person === null ? [] : await classesOfPersons(db, [caller.person]);
    return { items: rows.map(presentMyClass) };
  },

  async withdraw({ params, body: { authority }, caller, db, request }) {
    await withdraw(db, { caller, requestId: request.id, enrolmentId: params.enrolment, authority });
  },

  async assess({ params, body, caller, db, request }) {
    await assess(db, { caller, requestId: request.id, enrolmentId: params.enrolment, ...body });
  },

  async award({ params, body, caller, db, request }) {
    await award(db, { caller, requestId: request.id, enrolmentId: params.enrolment, ...body });
  },

  async file({ params, caller, db }) {
    const household = found(await findServedHousehold(db, caller, params.household));
    const members = await learners(db, household.id);
    const persons = members.map(({ id }) => id);
    const [classes, certificates, vouchers] =
      persons.length === 0
        ? [[], [], []]
        : await Promise.all([
            classesOfPersons(db, persons),
            certificatesOf(db, persons),
            vouchersOf(db, persons),
          ]);
    return {
      household,
      members: members.map((member) =>
        presentMember(
          member,
          classes.filter(({ enrolment }) => enrolment.person === member.id),
          certificates.filter(({ person }) => person === member.id),
          vouchers.filter(({ voucher }) => voucher.person === member.id),
          caller,
        ),
      ),
    };
  },
});
