import { afterAll, beforeAll, expect, it } from 'vitest';
import { policyValue } from '#drizzle/queries/policies.ts';
import { findRegion } from '#drizzle/queries/scope.ts';
import * as schema from '#drizzle/schema/index.ts';
import { type TestApi, testApi } from '../helpers/api.ts';
import { places } from '../helpers/plant.ts';

const EVERYWHERE = { path: '' };
let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  const row = {
    key: 'undo.import_days',
    unit: 'days',
    validFrom: '2020-01-01',
    documentNumber: '文〔2020〕1号',
  };
  await api.db.insert(schema.policy).values([
    { ...row, region: '000000', value: 3 },
    { ...row, region: '520000', value: 5 },
    { ...row, region: places.own.county, value: 7 },
    { ...row, region: places.own.county, value: 9, validTo: '2021-01-01' },
    { ...row, region: places.other.county, value: 11 },
    { ...row, region: '530000', value: 13 },
  ]);
});
afterAll(() => api?.close());

it('holds in its region and below, the nearest one first, on the days it names', async () => {
  const valueIn = async (code: string) =>
    policyValue(api.db, 'undo.import_days', (await findRegion(api.db, EVERYWHERE, code))!.path);
  expect(await valueIn(places.own.grid)).toBe(7);
  expect(await valueIn(places.other.settlement)).toBe(11);
  expect(await valueIn(places.city)).toBe(5);
  expect(await policyValue(api.db, 'no.such.policy', '520000/')).toBeNull();
});

it('is listed for a region with what holds above it, past rows included', async () => {
  const { bearer } = await api.as('auditor', places.own.county);
  const { body } = await api.http().get('/api/policies').set('authorization', bearer).expect(200);
  expect(body.items.map(({ value }: { value: number }) => value)).toEqual([7, 9, 5, 3]);
});
