import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** Absolute path of the data folder. */
  readonly data: string;
  /** Wanted port of the web server; the next free one is taken. 0: the system chooses all ports. */
  readonly port: number;
  /** Sources are watched and reloaded. */
  readonly dev: boolean;
  /** `reset` does not ask. */
  readonly yes: boolean;
}

export const USAGE = `用法 Usage: npm start -- [--data DIR] [--port N]
  --data DIR   数据目录 data folder            （默认 default .data）
  --port N     网页端口 port of the web server （默认 default 4000）`;

/** A flag is unknown or has no usable value. */
export class BadOptions extends Error {
  override readonly name = 'BadOptions';
}

/** Command line over environment over defaults. @throws BadOptions */
export function readOptions(args: string[], defaults: { DATA_DIR: string; WEB_PORT: number }): Options {
  const { data, port, dev, yes } = parse(args);
  const number = port === undefined ? defaults.WEB_PORT : Number(port);
  if (!Number.isInteger(number) || number < 0 || number > 65_535) {
    throw new BadOptions(`--port ${port}: 不是端口号 not a port\n${USAGE}`);
  }
  return { data: resolve(data ?? defaults.DATA_DIR), port: number, dev: dev ?? false, yes: yes ?? false };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        dev: { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
      },
    }).values;
  } catch (error) {
    throw new BadOptions(`${(error as Error).message}\n${USAGE}`);
  }
}
