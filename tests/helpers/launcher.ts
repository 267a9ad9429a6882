import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

export interface Launcher {
  readonly process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves when the final line of a start was printed; rejects when it ends before. */
  ready(): Promise<void>;
  readonly ended: Promise<number | null>;
}

/** `npm start` of a clone, as `user` when given. */
export function startLauncher(clone: string, args: string[], user?: number): Launcher {
  const child = spawn(process.execPath, ['platform/launcher/start.js', ...args], {
    cwd: clone,
    env: { PATH: process.env.PATH, HOME: '/' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  });
  let text = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        text += chunk;
        if (text.includes('Ctrl-C')) resolve();
      });
    }
    ended.then((code) => reject(new Error(`The launcher ended with ${code}:\n${text}`)));
  });
  ready.catch(() => undefined);
  return { process: child, output: () => text, ready: () => ready, ended };
}

/** Command lines of living processes that work in, or were given, one of the folders. */
export function processesOf(...folders: string[]): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      try {
        const command = readFileSync(join('/proc', pid, 'cmdline'), 'utf8').replaceAll('\0', ' ');
        const cwd = readlinkSync(join('/proc', pid, 'cwd')); // fails for a zombie
        return folders.some((folder) => command.includes(folder) || cwd.startsWith(folder)) ? [command] : [];
      } catch {
        return [];
      }
    });
}
