import type { classRoutes } from '#contract/routes/classes.ts';
import { classesWanting, findClass, listClasses } from '#drizzle/queries/training/classes.ts';
import { listPosts } from '#drizzle/queries/training/commitments.ts';
import {
  commitPosts,
  planClass,
  promisePosts,
  reviseClass,
  stepClass,
} from '../../operations/training/classes.ts';
import { presentClass, presentPost } from '../../presenters/training/class.ts';
import { found } from '../../problem.ts';
import type { Handlers } from '../../register.ts';

export const classHandlers = (): Handlers<typeof classRoutes> => ({
  async list({ query: { page, size, ...filter }, caller, db }) {
    const { items, total } = await listClasses(db, caller, { page, size, ...filter });
    return { page, size, total, items: items.map((record) => presentClass(record, caller)) };
  },

  async detail({ params, caller, db }) {
    return presentClass(found(await findClass(db, caller, params.class)), caller);
  },

  async add({ body, caller, db, request }) {
    return presentClass(await planClass(db, { caller, requestId: request.id, form: body }), caller);
  },

  async change({ params, body, caller, db, request }) {
    const act = { caller, requestId: request.id, classId: params.class, form: body };
    return presentClass(await reviseClass(db, act), caller);
  },

  async move({ params, body: { action, reason }, caller, db, request }) {
    const act = { caller, requestId: request.id, classId: params.class, action, reason };
    return presentClass(await stepClass(db, act), caller);
  },

  async posts({ params, caller, db }) {
    const record = found(await findClass(db, caller, params.class));
    return { items: (await listPosts(db, record)).map(presentPost) };
  },

  async commit({ params, body: { places }, caller, db, request }) {
    const act = { caller, requestId: request.id, classId: params.class, vacancyId: params.vacancy, places };
    return presentClass(await commitPosts(db, act), caller);
  },

  async wanted({ caller, db }) {
    const employer = found(caller.employer);
    const classes = await classesWanting(db, employer);
    const posts = await Promise.all(classes.map((record) => listPosts(db, record, employer)));
    return {
      items: classes.map((record, i) => ({
        class: presentClass(record, caller),
        posts: (posts[i] ?? []).map(presentPost),
      })),
    };
  },

  async promise({ params, body: { places }, caller, db, request }) {
    const on = { classId: params.class, vacancyId: params.vacancy, places };
    await promisePosts(db, { caller, requestId: request.id, ...on });
  },
});
