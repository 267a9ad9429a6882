import type { SearchIndex } from '#contract/search/index.ts';
import { type VacancySource, vacancyDocument, vacancyTerms } from '#contract/search/vacancies.ts';
import { type WorkerSource, workerDocument } from '#contract/search/workers.ts';
import type { Db } from '#drizzle/db.ts';
import {
  dropStaleFallbackRows,
  saveFallbackRows,
  vacanciesByIds,
  vacancyPage,
  vacancyVersions,
  workerPage,
  workersByIds,
  workerVersions,
} from '#drizzle/queries/searchSources.ts';
import { searchShape } from '#platform/sources.ts';

export interface Built {
  readonly documents: readonly {
    readonly [key: string]: unknown;
    readonly id: string;
    readonly version: string;
  }[];
  /** Writes what PostgreSQL searches when Meilisearch is away, and drops what is stale among `ids` (or all). */
  saveFallback(db: Db, ids?: readonly string[]): Promise<void>;
}

export interface Builders {
  byIds(db: Db, ids: readonly string[]): Promise<Built>;
  page(db: Db, page: { after?: string | undefined; size: number }): Promise<Built>;
  /** id → version of everything the index ought to hold */
  versions(db: Db): Promise<Map<string, string>>;
}

/** A document of an older build is stale, whatever its row: its version names what made it. */
const shape = searchShape();
const versionOf = (row: string) => `${shape} ${row}`;
const stamped = <T extends { readonly version: string }>(document: T): T => ({
  ...document,
  version: versionOf(document.version),
});
const stampedAll = (versions: ReadonlyMap<string, string>) =>
  new Map([...versions].map(([id, row]) => [id, versionOf(row)]));

/** Incremental sync and rebuild read through the same builders. */
export const buildersOf = (index: SearchIndex): Builders => builders[index];

const builders: Record<SearchIndex, Builders> = {
  vacancies: {
    byIds: async (db, ids) => builtVacancies(await vacanciesByIds(db, ids)),
    page: async (db, page) => builtVacancies(await vacancyPage(db, page)),
    versions: async (db) => stampedAll(await vacancyVersions(db)),
  },
  workers: {
    byIds: async (db, ids) => builtWorkers(await workersByIds(db, ids)),
    page: async (db, page) => builtWorkers(await workerPage(db, page)),
    versions: async (db) => stampedAll(await workerVersions(db)),
  },
};

const builtVacancies = (sources: readonly VacancySource[]): Built => ({
  documents: sources.map((source) => stamped(vacancyDocument(source))),
  saveFallback: async (db, ids) => {
    await saveFallbackRows(
      db,
      sources.map((source) => ({
        vacancy: source.id,
        terms: vacancyTerms(source),
        document: stamped(vacancyDocument(source)),
      })),
    );
    if (ids) await dropStaleFallbackRows(db, ids);
  },
});

const builtWorkers = (sources: readonly WorkerSource[]): Built => ({
  documents: sources.map((source) => stamped(workerDocument(source))),
  saveFallback: () => Promise.resolve(),
});
