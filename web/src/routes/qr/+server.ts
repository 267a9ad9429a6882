import { renderSVG } from 'uqr';
import { pathOf } from '#lib/server/back.ts';
import type { RequestHandler } from './$types';

/** The address of a page of this site as a QR code; nothing else is ever drawn. */
export const GET: RequestHandler = ({ url }) => {
  const target = new URL(pathOf(url.searchParams.get('path'), '/'), url);
  return new Response(renderSVG(target.href, { ecc: 'M', border: 2 }), {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' },
  });
};
