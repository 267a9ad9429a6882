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

/** Starts a server of ours and waits until `readyUrl` answers. @throws PartFailed with the last lines of its log */
export async function startNode(part: NodePart & { readyUrl: string }): Promise<Child> {
  const child = startChild(specOf(part));
  try {
    await untilReady(child, () => answers(part.readyUrl));
    return child;
  } catch (error) {
    throw explained(error as Error, part.log);
  }
}

/** Runs a script to its end. @throws PartFailed with the last lines of its output */
export async function runNode(part: NodePart & { log: string }): Promise<void> {
  const code = await startChild(specOf(part)).ended;
  if (code === 0) return;
  throw explained(new PartFailed(`${part.name} ended with code ${code}`), part.log);
}

function specOf({ name, args, env, log, cwd = root }: NodePart): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: ['--max-semi-space-size=8', ...args], // half of the usual young heap saves memory; a smaller one costs answers under load
    // Types are stripped and sources compiled once, not at every start.
    env: childEnv({
      ...(env.DATA_DIR && { NODE_COMPILE_CACHE: join(env.DATA_DIR, 'compile-cache') }),
      ...env,
    }),
    cwd,
    log,
  };
}

function explained({ message }: Error, log: string | undefined): PartFailed {
  if (!log) return new PartFailed(message);
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-15);
  return new PartFailed(`${message}, see ${log}:\n${lines.join('\n')}`);
}

/** Where a part's output goes. */
export const logPath = (dataDir: string, name: string) => join(dataDir, 'logs', `${name}.log`);
