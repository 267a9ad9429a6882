import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as tables from '#drizzle/schema/index.ts';
import { generateWorld } from '../../../seed/generateWorld.ts';
import { vacancyRecords } from '../../../seed/ledgers/records.ts';
import { type ImportBench, importBench, meaning } from '../../helpers/imports.ts';
import { anUpload } from '../../helpers/workers.ts';
import { aWorld, home, theRegions } from '../../helpers/world.ts';

const vacancies = [...vacancyRecords(generateWorld({ scale: 1 / 400 }))];

let bench: ImportBench;
beforeEach(async () => {
  bench = await importBench();
});
afterEach(() => bench.close());

describe('the vacancies of a ledger', () => {
  it('are written with their employers, recognised, and taken back', async () => {
    const first = await anUpload(bench, 'vacancies', vacancies);
    await bench.check(first);
    expect(await bench.counts(first)).toMatchObject({ valid: vacancies.length, added: vacancies.length });
    await bench.commit(first);
    const written = await bench.everything();
    expect(written.posts).toHaveLength(vacancies.length);
    expect(written.employers).toHaveLength(
      new Set(vacancies.map(({ uscc, employer }) => uscc ?? employer)).size,
    );

    const again = await anUpload(bench, 'vacancies', vacancies);
    await bench.check(again);
    expect(await bench.counts(again)).toMatchObject({ same: vacancies.length });
    await bench.commit(again);
    expect(await bench.everything()).toEqual(written);

    await bench.undo(first);
    expect(meaning(await bench.everything())).toMatchObject({ employers: [], posts: [] });
  });

  it('of a county stay its own, whoever uploads them again', async () => {
    const exported = vacancies.filter(({ kind }) => kind === 'labour_export').slice(0, 3);
    expect(exported.length).toBeGreaterThan(0);
    const county = await anUpload(bench, 'vacancies', exported, { region: home.county });
    await bench.check(county);
    await bench.commit(county);
    const offered = async () =>
      (await bench.db.select().from(tables.vacancy)).map(({ regionCode }) => regionCode);
    expect(await offered()).toEqual(exported.map(() => home.county));

    const neighbour = await anUpload(bench, 'vacancies', exported, { region: '520281' });
    await bench.check(neighbour);
    expect(await bench.counts(neighbour)).toMatchObject({ valid: 0, invalid: exported.length });
    const city = await anUpload(bench, 'vacancies', exported);
    await bench.check(city);
    expect(await bench.counts(city)).toMatchObject({ same: exported.length });
    await bench.commit(city);
    expect(await offered()).toEqual(exported.map(() => home.county));
  });

  it('are all known when the ledger is that of the world already there', async () => {
    const world = await aWorld(bench.db, { scale: 1 / 40 });
    const ledger = [...vacancyRecords(world)];
    const before = await bench.everything();
    const batch = await anUpload(bench, 'vacancies', ledger);
    await bench.check(batch);
    expect(await bench.counts(batch)).toMatchObject({
      same: ledger.length,
      added: 0,
      changed: 0,
      problems: [],
    });
    await bench.commit(batch);
    expect(await bench.everything()).toEqual(before);

    const more = ledger.map((record) => ({ ...record, headcount: record.headcount + 1 }));
    const next = await anUpload(bench, 'vacancies', more);
    await bench.check(next);
    expect(await bench.counts(next)).toMatchObject({ changed: more.length, added: 0 });
    await bench.commit(next);
    expect((await bench.everything()).posts).toHaveLength(before.posts.length);
  });

  it('are asked which settlement is meant where a place could be several', async () => {
    await theRegions(bench.db);
    const [record] = vacancies.filter(({ kind }) => kind === 'market');
    const at = (place: string) => ({ ...record!, title: `普工 ${place}`, place });
    const batch = await anUpload(bench, 'vacancies', [
      at('钟山区大河镇便民商业街'),
      at('钟山区大河镇裕民新居安置点便民商业街'),
    ]);
    await bench.check(batch);
    expect(await bench.counts(batch)).toMatchObject({ valid: 1, invalid: 1 });
    const [row] = await bench.db.select().from(tables.importRow).where(eq(tables.importRow.state, 'invalid'));
    expect(row!.problems).toMatchObject([{ column: '地点', code: 'ambiguous_place' }]);
    expect((row!.problems as { reason: string }[])[0]!.reason).toContain('裕民新居安置点');
  });
});
