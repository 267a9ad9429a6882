import { randomUUID } from 'node:crypto';

/** A form carries its own key, so that sending it twice, by a finger or by a queue, does it once. */
export const newKey = (): string => randomUUID();

/** The header of the key a form came with. */
export const keyOf = (form: FormData): Record<string, string> => {
  const key = form.get('key');
  return typeof key === 'string' && key !== '' ? { 'idempotency-key': key } : {};
};
