import type { courseRoutes } from '#contract/routes/courses.ts';
import type { Db } from '#drizzle/db.ts';
import { policyValue } from '#drizzle/queries/policies.ts';
import { findPlace } from '#drizzle/queries/regions.ts';
import { openClassesOf } from '#drizzle/queries/training/classes.ts';
import {
  findOwnCourse,
  findPublicCourse,
  listOwnCourses,
  listPublicCourses,
} from '#drizzle/queries/training/courses.ts';
import { minutesFrom } from '#drizzle/queries/travel.ts';
import { createCourse, reviseCourse, stepCourse } from '../../operations/training/courses.ts';
import { presentCourse, presentCourseDetail, presentOwnCourse } from '../../presenters/training/course.ts';
import { found } from '../../problem.ts';
import type { Handlers } from '../../register.ts';
import { openCourseSearch } from '../../search/courses.ts';
import type { Services } from '../../services.ts';

export const courseHandlers = (services: Pick<Services, 'db'>): Handlers<typeof courseRoutes> => {
  const find = openCourseSearch(services.db);
  return {
    async list({ query: { page, size, q, from, ...filter }, db }) {
      const start = await startAt(db, from);
      const found = q ? await find(q) : undefined;
      const missed = found?.length === 0;
      const wanted = { ...filter, ids: missed ? undefined : found };
      const { items, total } = await listPublicCourses(db, wanted, start, { page, size });
      const ids = items.map(({ course }) => course.id);
      const classes = Map.groupBy(
        ids.length > 0 ? await openClassesOf(db, ids) : [],
        ({ course }) => course.id,
      );
      return {
        page,
        size,
        total,
        widened: missed ? `没有找到“${q}”。先看看这些课：` : null,
        items: items.map((record) =>
          presentCourse(record, classes.get(record.course.id) ?? [], start?.away ?? null),
        ),
      };
    },

    async detail({ params, query: { from }, db }) {
      const start = await startAt(db, from);
      const record = found(await findPublicCourse(db, params.course, start));
      const classes = await openClassesOf(db, [record.course.id]);
      const subsidy = start && (await policyValue(db, `training.subsidy.${record.course.level}`, start.path));
      return presentCourseDetail(record, classes, start?.away ?? null, subsidy && Math.round(subsidy));
    },

    async own({ caller, db }) {
      return { items: (await listOwnCourses(db, caller.id)).map(presentOwnCourse) };
    },

    async add({ body, caller, db, request }) {
      return presentOwnCourse(await createCourse(db, { caller, requestId: request.id, form: body }));
    },

    async change({ params, body, caller, db, request }) {
      const act = { caller, requestId: request.id, courseId: params.course, form: body };
      return presentOwnCourse(await reviseCourse(db, act));
    },

    async move({ params, body: { action }, caller, db, request }) {
      found(await findOwnCourse(db, caller.id, params.course));
      const act = { caller, requestId: request.id, courseId: params.course, action };
      return presentOwnCourse(await stepCourse(db, act));
    },
  };
};

/** Minutes one goes without having said otherwise, where no policy says so. */
const USUAL_MINUTES = 45;

/** Where a seeker starts from: how far is usual there, and how far everything is. Null for no or an unknown place. */
async function startAt(db: Db, settlement: string | undefined) {
  const place = settlement === undefined ? null : await findPlace(db, settlement);
  if (!place) return null;
  const minutes = (await policyValue(db, 'reach.default_minutes', place.path)) ?? USUAL_MINUTES;
  return { settlement: place.code, path: place.path, minutes, away: await minutesFrom(db, place.code) };
}
