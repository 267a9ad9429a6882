import { m } from '#lib/paraglide/messages.js';

/** 15 分钟路; who works at home goes nowhere */
export const away = (minutes: number) => (minutes === 0 ? m.minutes_none() : m.minutes_away({ minutes }));
