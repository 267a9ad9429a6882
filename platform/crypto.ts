import {
  type Argon2Parameters,
  argon2,
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { promisify } from 'node:util';

const deriveArgon2 = promisify<'argon2id', Argon2Parameters, Buffer>(argon2);

/** OWASP Password Storage, argon2id: 19 MiB, two passes, one lane. */
const PASSWORD = { memory: 19_456, passes: 2, parallelism: 1 };

/** @returns a PHC string, `$argon2id$v=19$m=19456,t=2,p=1$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await deriveArgon2('argon2id', {
    ...PASSWORD,
    message: password.normalize('NFKC'),
    nonce: salt,
    tagLength: 32,
  });
  const { memory, passes, parallelism } = PASSWORD;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

const PHC = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** True when `password` made `phc`; false for a wrong password and for a string that is no PHC hash. */
export async function verifyPassword(phc: string, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = PHC.exec(phc) ?? [];
  if (!hash || !salt) return false;
  const expected = Buffer.from(hash, 'base64');
  const actual = await deriveArgon2('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(salt, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(actual, expected);
}

/** Key by version; `current` encrypts, every one decrypts. The shape of `env.FIELD_KEYS`. */
export interface FieldKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** The ciphertext was changed, belongs to another record, or its key is gone. */
export class UnreadableField extends Error {
  override readonly name = 'UnreadableField';
}

/**
 * AES-256-GCM for single fields.
 * `record` names the place (`person:<id>:id_number`) and is authenticated with the text, so that a
 * ciphertext copied to another row does not open.
 * @returns `version.nonce.ciphertext+tag`, the last two in base64url
 */
export function encryptField(keys: FieldKeys, record: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, keys.current), nonce);
  cipher.setAAD(Buffer.from(`${keys.current}.${record}`));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${keys.current}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** @throws UnreadableField */
export function decryptField(keys: FieldKeys, record: string, stored: string): string {
  const [version = '', nonce = '', body = ''] = stored.split('.');
  const sealed = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, version), Buffer.from(nonce, 'base64url'), {
      authTagLength: TAG,
    });
    decipher.setAAD(Buffer.from(`${version}.${record}`));
    decipher.setAuthTag(sealed.subarray(-TAG));
    return decipher.update(sealed.subarray(0, -TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch (cause) {
    throw new UnreadableField(`Field of ${record} cannot be read`, { cause });
  }
}

const TAG = 16;

/** The key version a stored field was written with; compare with `keys.current` to find what to re-encrypt. */
export const fieldKeyVersion = (stored: string): string => stored.slice(0, stored.indexOf('.'));

/**
 * Equal texts give equal indexes, nothing else can be learned without the key.
 * `purpose` (`id_number`, `phone`) keeps the indexes of two columns apart. 43 characters of base64url.
 */
export function blindIndex(key: Buffer, purpose: string, text: string): string {
  return createHmac('sha256', secretOf(key)).update(`${purpose}\0${text}`).digest('base64url');
}

function keyOf({ keys }: FieldKeys, version: string): KeyObject {
  const key = keys.get(version);
  if (!key) throw new RangeError(`No field key of version ${version}`);
  return secretOf(key);
}

/** A key is prepared once, not once a field: an import seals hundreds of thousands. */
const secrets = new WeakMap<Buffer, KeyObject>();
function secretOf(key: Buffer): KeyObject {
  const known = secrets.get(key);
  if (known) return known;
  const secret = createSecretKey(key);
  secrets.set(key, secret);
  return secret;
}

/** PHC strings use standard base64 without padding. */
const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');

/** HMAC-SHA-256 in lower-case hex, the form in which gateways sign. */
export const hmacHex = (key: Buffer, text: string): string =>
  createHmac('sha256', secretOf(key)).update(text).digest('hex');

/** Compares without telling by time where two texts differ. */
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};
