import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Role, role } from '#contract/codes/account.ts';
import type { RouteContract, RouteTable } from '#contract/route.ts';
import { contract } from '#contract/routes/index.ts';
import * as schema from '#drizzle/schema/index.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { fairTargets, unaddressedFairs } from '../helpers/fairs.ts';
import { plantMarket } from '../helpers/market.ts';
import { marketTargets, unaddressedMarket } from '../helpers/marketTargets.ts';
import { noticeTargets, unaddressedNotices } from '../helpers/notices.ts';
import {
  noCounts,
  places,
  plantHousehold,
  plantImport,
  plantRun,
  regionOf,
  spotOf,
  type Where,
  wheres,
} from '../helpers/plant.ts';
import { seekerTargets, unaddressedSeeker } from '../helpers/seeker.ts';
import { plantSubsidies } from '../helpers/training.ts';
import { trainingTargets, unaddressedTraining } from '../helpers/trainingTargets.ts';
import { unaddressedVisits, visitTargets } from '../helpers/visits.ts';

/** Every route × role × where the thing lies, generated from the contract. */
const routes = Object.entries<RouteTable>(contract).flatMap(([resource, table]) =>
  Object.entries(table).map(([key, route]) => ({
    name: `${resource}.${key}`,
    route: route as RouteContract,
  })),
);
const guarded = routes.filter(({ route }) => route.access.kind !== 'public');

interface Target {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
}

/** Where the accounts of the matrix are at home. */
const homeOf = (code: Role) => (code === 'grid_worker' ? places.own.grid : places.own.county);

let api: TestApi;
const bearers = new Map<Role, string>();
const accounts = new Map<Role, string>();
let uploader: string;

beforeAll(async () => {
  api = await testApi();
  for (const code of role.values) {
    const { account, bearer } = await api.as(code, homeOf(code));
    bearers.set(code, bearer);
    accounts.set(code, account.id);
    if (code === 'bureau') uploader = account.id;
  }
  await plantSubsidies(api.db);
  await plantMarket(api.db);
});
afterAll(() => api?.close());

async function batch(where: Where, status: 'checked' | 'committed' = 'checked'): Promise<Target> {
  if (where === 'absent') return { params: { batch: randomUUID() } };
  const undoUntil = new Date(Date.now() + 86_400_000);
  const { id } = await plantImport(api.db, regionOf(where), uploader, { status, undoUntil });
  return { params: { batch: id } };
}

async function workbook(where: Where): Promise<Target> {
  const target = await batch(where);
  if (where === 'absent') return target;
  const { key } = await api.storage.put([Buffer.from('姓名,身份证号,安置点,户编号,就业状态,劳动能力\n')]);
  await api.db
    .update(schema.importBatch)
    .set({ fileHash: key, counts: noCounts })
    .where(eq(schema.importBatch.id, target.params!.batch!));
  return target;
}

async function run(where: Where, status: 'queued' | 'done' = 'done'): Promise<Target> {
  if (where === 'absent') return { params: { run: randomUUID() } };
  await api.db.delete(schema.matchingRun);
  const { id } = await plantRun(api.db, regionOf(where), { status, current: status === 'done' });
  return { params: { run: id } };
}

async function planned(where: Where): Promise<Target> {
  const target = await run(where);
  const { household } = await plantHousehold(api.db, spotOf(where));
  if (where !== 'absent') {
    await api.db.insert(schema.runHousehold).values({
      run: target.params!.run!,
      household: household.id,
      tier: 'B',
      settlement: household.settlement,
      outcome: 'covered',
      explanation: '已安排',
    });
  }
  return { params: { ...target.params, household: household.id } };
}

/** How to name a thing that is in scope, out of it, or nowhere, for every route that names one. */
const targets: Readonly<Record<string, (where: Where, role: Role) => Promise<Target>>> = {
  'imports.detail': (where) => batch(where),
  'imports.problems': (where) => batch(where),
  'imports.commit': (where) => batch(where),
  'imports.cancel': (where) => batch(where),
  'imports.undo': (where) => batch(where, 'committed'),
  'imports.workbook': workbook,
  'imports.events': (where) => batch(where),
  'overview.overview': async (where, code) => ({ query: { region: regionOf(where, code) } }),
  'policies.list': async (where, code) => ({ query: { region: regionOf(where, code) } }),
  'runs.start': async (where) => {
    await api.db.delete(schema.matchingRun);
    return { body: { region: regionOf(where) } };
  },
  'runs.detail': (where) => run(where),
  'runs.cancel': (where) => run(where, 'queued'),
  'runs.events': (where) => run(where),
  'runs.households': (where) => run(where),
  'runs.household': planned,
  'runs.plan': (where) => run(where),
  ...marketTargets(
    () => api.db,
    (code) => accounts.get(code)!,
  ),
  ...trainingTargets(
    () => api.db,
    (code) => accounts.get(code)!,
  ),
  ...fairTargets(
    () => api.db,
    (code) => accounts.get(code)!,
  ),
  ...noticeTargets(
    () => api.db,
    (code) => accounts.get(code)!,
  ),
  ...visitTargets(() => api.db),
  ...seekerTargets(
    () => api.db,
    (code) => accounts.get(code)!,
  ),
};

/** Guarded routes that name nothing: they answer from the caller's own region. */
const unaddressed = [
  'auth.me',
  'imports.upload',
  'imports.list',
  'regions.children',
  'runs.list',
  'workers.search',
  ...unaddressedMarket,
  ...unaddressedNotices,
  ...unaddressedTraining,
  ...unaddressedSeeker,
  ...unaddressedVisits,
  ...unaddressedFairs,
];

function call(
  { method, url }: RouteContract,
  { params = {}, query = {}, body = {} }: Target,
  bearer?: string,
) {
  const path = url.replace(/:(\w+)/g, (_, key: string) => params[key] ?? randomUUID());
  const verb = method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';
  const request = api.http()[verb](path).query(query);
  if (bearer) request.set('authorization', bearer);
  return method === 'GET' ? request : request.send(body);
}

/** A fair is its county's, open to every grid worker in it; a provider trains for its region; an inbox is one's own. */
const ofTheCounty: Readonly<Record<string, Role>> = {
  'fairs.detail': 'grid_worker',
  'fairs.funnel': 'grid_worker',
  'fairGuests.list': 'grid_worker',
  'fairGuests.code': 'grid_worker',
  'trainingDemand.board': 'provider',
};
const ofOneself = ['seeker', 'employer', 'provider'];

/** Whoever acts for herself or one firm reaches her own; staff reach their region, a grid worker the grid alone. */
function reaches(name: string, code: Role, where: Where): boolean {
  if (where === 'own') return true;
  if (ofTheCounty[name] === code) return where !== 'other county';
  if (ofOneself.includes(code) || name === 'notices.read') return false;
  return code === 'grid_worker' ? where === 'same grid' : where !== 'other county';
}

const allowed = ({ access }: RouteContract, code: Role) =>
  access.kind === 'signed-in' || (access.kind === 'roles' && access.roles.includes(code));

it('knows how to address every guarded route', () => {
  const known = [...Object.keys(targets), ...unaddressed].sort();
  expect(guarded.map(({ name }) => name).sort()).toEqual(known);
});

describe.each(guarded)('$name', ({ name, route }) => {
  it('is closed to whoever has not signed in', async () => {
    const { status, body } = await call(route, {});
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'not_signed_in' });
  });

  it('is closed to roles it does not name, before anything is read', async () => {
    const closed = role.values.filter((code) => !allowed(route, code));
    const answers = await Promise.all(
      closed.map((code) => call(route, { body: { nonsense: true } }, bearers.get(code))),
    );
    expect(answers.map(({ status, body }) => ({ status, problem: body.code }))).toEqual(
      closed.map(() => ({ status: 403, problem: 'forbidden' })),
    );
  });

  const target = targets[name];
  if (!target) return;

  it('opens what is in scope and hides what is not, as if it did not exist', async () => {
    for (const code of role.values.filter((code) => allowed(route, code))) {
      const answerTo = async (where: Where) => {
        const { status, body } = await call(route, await target(where, code), bearers.get(code));
        return { status, body: { ...body, requestId: '' } };
      };
      const absent = await answerTo('absent');
      expect({ code, status: absent.status }).toEqual({ code, status: 404 });
      for (const where of wheres.slice(0, -1)) {
        const answer = await answerTo(where);
        const seen = `${code} ${where} ${JSON.stringify(answer.body)}`;
        if (reaches(name, code, where)) expect(answer.status, seen).toBeLessThan(300);
        else expect(answer, seen).toEqual(absent);
      }
    }
  });
});

/** What an employer is refused once consent is taken back; everything else goes on, without name and number. */
const refusedWithoutConsent: Readonly<Record<string, number>> = {
  'hiring.reveal': 403,
  'hiring.invite': 404,
};

it.each(guarded.filter(({ route }) => allowed(route, 'employer')))(
  '$name tells an employer neither name nor number of whoever took consent back',
  async ({ name, route }) => {
    const target = await targets[name]?.('own', 'employer');
    await api.db.update(schema.application).set({ contactShared: false });
    const people = await api.db.select({ person: schema.person.id }).from(schema.person);
    await api.db.delete(schema.consent);
    if (people.length > 0)
      await api.db
        .insert(schema.consent)
        .values(people.map((one) => ({ ...one, kind: 'be_found' as const, revokedAt: new Date() })));
    const { status, body } = await call(route, target ?? {}, bearers.get('employer'));
    const refused = refusedWithoutConsent[name];
    if (refused) expect(status).toBe(refused);
    else if (target) expect(status, JSON.stringify(body)).toBeLessThan(300);
    expect(JSON.stringify(body)).not.toMatch(/张建明|13800001234/);
  },
);

it('is closed everywhere to a revoked sign-in and to a disabled account', async () => {
  const revoked = await api.as('admin', places.own.county);
  const disabled = await api.as('admin', places.own.county);
  await api.db
    .update(schema.session)
    .set({ revokedAt: new Date() })
    .where(eq(schema.session.account, revoked.account.id));
  await api.db
    .update(schema.account)
    .set({ disabled: true })
    .where(eq(schema.account.id, disabled.account.id));
  for (const { route } of guarded) {
    const answers = await Promise.all([revoked, disabled].map(({ bearer }) => call(route, {}, bearer)));
    const ended = { url: route.url, status: 401, code: 'session_ended' };
    expect(answers.map(({ status, body }) => ({ url: route.url, status, code: body.code }))).toEqual([
      ended,
      ended,
    ]);
  }
});

it('shows lists of the own region only', async () => {
  await batch('other county');
  await run('other county');
  for (const url of ['/api/imports', '/api/runs']) {
    const { body } = await api.http().get(url).set('authorization', bearers.get('bureau')!).expect(200);
    for (const item of body.items) {
      const { region } = { region: item.region?.code ?? places.own.county };
      expect(region).toBe(places.own.county);
    }
  }
  const { body } = await api.http().get('/api/regions').set('authorization', bearers.get('bureau')!);
  expect(body.items.map(({ code }: { code: string }) => code)).toEqual([
    places.own.county,
    places.own.street,
  ]);
  const elsewhere = await api
    .http()
    .get(`/api/regions?parent=${places.other.county}`)
    .set('authorization', bearers.get('bureau')!);
  expect(elsewhere.body.items).toEqual([]);
});
