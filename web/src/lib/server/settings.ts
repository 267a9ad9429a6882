import type { Cookies } from '@sveltejs/kit';

/** Large text is a matter of the device, so it lives in a cookie. */
export const LARGE_TEXT = 'leye-large-text';
/** Read by paraglide on both sides. */
export const LANGUAGE = 'leye-language';

export const isLargeText = (cookies: Cookies) => cookies.get(LARGE_TEXT) === '1';
