import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Fields that would name a person or open a door, wherever in the first three levels they stand. */
const PRIVATE = [
  'name',
  'fullName',
  'phone',
  'idNumber',
  'address',
  'login',
  'password',
  'passwordHash',
  'token',
  'refreshToken',
  'accessToken',
  'authorization',
  'cookie',
  'set-cookie',
  'secret',
  'apiKey',
];

/**
 * Structured logs without personal data: JSON lines on stdout, listed fields dropped, and no
 * request bodies, because pino logs only what a caller names.
 * An ID number or phone inside a free text is masked too: PostgreSQL puts values into its messages.
 */
export function openLog(options: { part: string; level: string; destination?: DestinationStream }): Logger {
  const { part, level, destination } = options;
  return pino(
    {
      level,
      base: { part },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: PRIVATE.flatMap((field) => ['', '*.', '*.*.'].map((at) => path(at, field))),
        censor: '[private]',
      },
      hooks: { streamWrite: maskNumbers },
    },
    ...(destination ? [destination] : []),
  );
}

/** Masks 18-digit ID numbers and mainland mobile numbers in a line. */
export function maskNumbers(line: string): string {
  return line
    .replace(/(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g, '[id]')
    .replace(/(?<![\d.-])1[3-9]\d{9}(?!\d)/g, '[phone]');
}

const path = (at: string, field: string) =>
  /^\w+$/.test(field) ? `${at}${field}` : `${at.slice(0, -1)}["${field}"]`;
