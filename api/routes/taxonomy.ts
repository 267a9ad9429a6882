import { occupation } from '#contract/codes/occupation.ts';
import { wordKind } from '#contract/codes/taxonomy.ts';
import type { taxonomyRoutes } from '#contract/routes/taxonomy.ts';
import { currentVersion, listVersions, listWords } from '#drizzle/queries/taxonomy.ts';
import { publishTaxonomy } from '../operations/taxonomy.ts';
import type { Handlers } from '../register.ts';

export const taxonomyHandlers = (): Handlers<typeof taxonomyRoutes> => ({
  async words({ query: { page, size, q, ...filter }, db }) {
    const { items, total } = await listWords(db, { ...filter, text: q }, { page, size });
    return {
      page,
      size,
      total,
      version: await currentVersion(db),
      items: items.map((row) => ({
        id: row.id,
        occupation: row.occupation,
        occupationLabel: occupation.is(row.occupation) ? occupation.label(row.occupation) : row.occupation,
        word: row.word,
        kind: row.kind,
        kindLabel: wordKind.label(row.kind),
        since: row.since,
      })),
    };
  },

  async versions({ db }) {
    const rows = await listVersions(db);
    return { items: rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() })) };
  },

  async publish({ body, caller, db, request }) {
    return { version: await publishTaxonomy(db, { caller, requestId: request.id, ...body }) };
  },
});
