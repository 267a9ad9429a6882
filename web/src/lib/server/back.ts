/** The page to return to: only a path of this site, never another address. */
export function pathOf(value: unknown, otherwise: string): string {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, 'http://site'))
    return otherwise;
  const url = new URL(value, 'http://site');
  return url.host === 'site' ? url.pathname + url.search : otherwise;
}
