import { open } from 'node:fs/promises';
import type { PhoneChannel } from '#contract/codes/market.ts';
import { maskPhone } from '#contract/present/person.ts';
import type { Channel, NoticeMessage } from './channel.ts';

/**
 * Writes what would have been sent, one JSON object a line, the number masked: for demos and for trying out.
 * The file itself remembers the keys, so that one that stands in it is not written again by any process.
 */
export function fileChannel(
  name: PhoneChannel,
  path: string,
  body: (message: NoticeMessage) => object,
): Channel {
  const written = new Set<string>();
  let readTo = 0;
  /** the last line was cut off by a crash */
  let cut = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function append(message: NoticeMessage): Promise<void> {
    const file = await open(path, 'a+', 0o600);
    try {
      const { size } = await file.stat();
      if (size > readTo) {
        const { buffer } = await file.read({ buffer: Buffer.alloc(size - readTo), position: readTo });
        for (const key of keysIn(buffer.toString('utf8'))) written.add(key);
        cut = buffer.at(-1) !== NEWLINE;
        readTo = size;
      }
      const mark = `${name} ${message.key}`;
      if (written.has(mark)) return;
      const line = { channel: name, key: message.key, to: maskPhone(message.to), ...body(message) };
      await file.appendFile(`${cut ? '\n' : ''}${JSON.stringify(line)}\n`);
    } finally {
      await file.close();
    }
  }

  return {
    name,
    send(message) {
      const sent = turn.then(() => append(message));
      turn = sent.catch(() => undefined);
      return sent.then(
        () => ({ kind: 'sent', ref: message.key, delivered: false }) as const,
        (error: NodeJS.ErrnoException) => ({ kind: 'retry', why: error.code ?? error.name }) as const,
      );
    },
  };
}

const NEWLINE = 0x0a;

/** A line cut off by a crash names no key: its message is written again. */
function* keysIn(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    try {
      const { channel, key } = JSON.parse(line) as { channel: string; key: string };
      yield `${channel} ${key}`;
    } catch {}
  }
}
