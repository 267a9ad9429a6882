import { isLargeText, kioskOf } from '#lib/server/settings.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies }) => ({
  largeText: isLargeText(cookies),
  kiosk: kioskOf(cookies),
});
