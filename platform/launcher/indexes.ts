import { type SearchIndex, searchIndexes, searchIndexNames } from '#contract/search/index.ts';
import { openSearch } from '../connections.ts';
import { searchShape } from '../sources.ts';

/**
 * True on the first start, after the search data were lost, and where another build made the documents: the pages read
 * them as this one makes them.
 */
export async function indexesAreOld(url: string, key: string): Promise<boolean> {
  const { client } = openSearch(url, key);
  const { results } = await client.getIndexes({ limit: 1_000 });
  const found = new Set(results.map(({ uid }) => uid));
  const shape = searchShape();
  // A rebuild swaps all documents at once: one speaks for all.
  const isOld = async (index: SearchIndex) => {
    const { uid } = searchIndexes[index];
    if (!found.has(uid)) return true;
    const page = await client.index<{ version: string }>(uid).getDocuments({ limit: 1, fields: ['version'] });
    return page.results.some(({ version }) => !version.startsWith(shape));
  };
  return (await Promise.all(searchIndexNames.map(isOld))).includes(true);
}
