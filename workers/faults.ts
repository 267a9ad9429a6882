import { DrizzleQueryError } from 'drizzle-orm';

/**
 * The error without what it was asked to write: a failed query carries its parameters, and with them names and
 * phones, into logs and into the queue's own tables.
 */
export function bare(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (!(error instanceof DrizzleQueryError)) return error;
  const { message, code } = (error.cause ?? {}) as { message?: string; code?: string };
  const plain = new Error(`query failed: ${message ?? 'no answer'}`);
  plain.name = code ? `PostgresError ${code}` : 'QueryError';
  plain.stack = `${plain.name}: ${plain.message}\n${framesOf(error)}`;
  return plain;
}

const framesOf = ({ stack = '' }: Error) =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
