import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnv } from '../env.ts';
import { type Child, type ChildSpec, startChild } from './child.ts';
import { answers, PartFailed, untilReady } from './readiness.ts';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface NodePart {
  readonly name: string;
  /** Script and arguments, relative to `cwd`. */
  readonly args: readonly string[];
  readonly env: Record<string, string>;
  readonly log?: string | undefined;
  readonly cwd?: string;
}

/** Starts a server of ours and waits until `readyUrl` answers. */
export async function startNode(part: NodePart & { readyUrl: string }): Promise<Child> {
  const child = startChild(specOf(part));
  await untilReady(child, () => answers(part.readyUrl));
  return child;
}

/** Runs a script to its end. @throws PartFailed with the last lines of its output */
export async function runNode(part: NodePart & { log: string }): Promise<void> {
  const code = await startChild(specOf(part)).ended;
  if (code === 0) return;
  throw new PartFailed(`${part.name} ended with code ${code}, see ${part.log}:\n${lastLines(part.log, 15)}`);
}

function specOf({ name, args, env, log, cwd = root }: NodePart): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['--max-semi-space-size=2', ...args], // halves the memory of each process at no cost in speed
    env: childEnv(env),
    cwd,
    log,
  };
}

/** The end of a log, for an error message. */
export function lastLines(path: string, count: number): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

export const logPath = (dataDir: string, name: string) => join(dataDir, 'logs', `${name}.log`);
