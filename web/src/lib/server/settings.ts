import type { Cookies } from '@sveltejs/kit';

/** Large text is a matter of the device, so it lives in a cookie. */
export const LARGE_TEXT = 'leye-large-text';
/** Read by paraglide on the server; pages carry it as their `lang`. */
export const LANGUAGE = 'leye-language';

export const isLargeText = (cookies: Cookies) => cookies.get(LARGE_TEXT) === '1';

/** Set on a machine that stands in public; holds the settlement it stands in. */
export const KIOSK = 'leye-kiosk';

/** The settlement of this kiosk, or null on anybody's own device. */
export const kioskOf = (cookies: Cookies): string | null => cookies.get(KIOSK) ?? null;
