import type { SavedQuery } from '$contract/routes/savedSearches.ts';

/** A search as the address of the search page carries it. */
export function searchOf(query: SavedQuery): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== false) search.append(name, String(one));
    }
  }
  return search;
}
