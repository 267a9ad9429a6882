import { maskIdNumber } from '#contract/identifiers.ts';
import { blindIndex, decryptField, encryptField } from '#platform/crypto.ts';
import type { Parts } from '../../handler.ts';

type Keys = Pick<Parts, 'fieldKeys' | 'blindIndexKey'>;

/** Each place an ID number is kept has a ciphertext of its own: one copied elsewhere does not open. */
const rowRecord = (batch: string, row: number) => `import_row:${batch}.${row}:id_number`;
const personRecord = (person: string) => `person:${person}:id_number`;

export const sealForRow = (
  { fieldKeys, blindIndexKey }: Keys,
  batch: string,
  row: number,
  idNumber: string,
) => ({
  idNumberSealed: encryptField(fieldKeys, rowRecord(batch, row), idNumber),
  idNumberIndex: blindIndex(blindIndexKey, 'id_number', idNumber),
  idNumberMasked: maskIdNumber(idNumber),
});

/** Opens the number of a staged row and seals it for the person it becomes. @throws UnreadableField */
export function resealForPerson(
  { fieldKeys }: Keys,
  batch: string,
  row: number,
  sealed: string,
  person: string,
) {
  return encryptField(
    fieldKeys,
    personRecord(person),
    decryptField(fieldKeys, rowRecord(batch, row), sealed),
  );
}
