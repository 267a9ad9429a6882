import { getLocale } from '#lib/paraglide/runtime.js';

/** 12,345; apart from the other formats because the vacancy list needs no more. */
export const count = (value: number) => value.toLocaleString(getLocale());
