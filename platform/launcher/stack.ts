import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { signalGroup } from './child.ts';
import { identify, isAlive, type ProcessId } from './process.ts';

/** What `<data>/stack.json` says of a running launcher. */
export interface StackState {
  readonly launcher: ProcessId;
  /** Guards of the children, so that a later start can wait for what a killed one left. */
  readonly children: readonly ProcessId[];
  readonly urls: Readonly<Record<string, string>>;
  readonly ready: boolean;
}

/** The data folder belongs to a launcher that runs. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning';
  readonly state: StackState;
  constructor(state: StackState) {
    super(`Already running as process ${state.launcher.pid}`);
    this.state = state;
  }
}

const pathOf = (dataDir: string) => join(dataDir, 'stack.json');

/** The running launcher of this data folder, or null. */
export function runningStack(dataDir: string): StackState | null {
  const state = readState(pathOf(dataDir));
  return state && isAlive(state.launcher) ? state : null;
}

export interface Claim {
  /** Rewrites stack.json. */
  update(change: Partial<Omit<StackState, 'launcher'>>): void;
  release(): void;
}

/**
 * Takes the data folder for this process; two launchers on one folder would ruin the search data.
 * What a killed launcher left running has 15 s to end, then it is killed.
 * @throws AlreadyRunning
 */
export async function claimStack(dataDir: string): Promise<Claim> {
  const path = pathOf(dataDir);
  let state: StackState = { launcher: identify(process.pid), children: [], urls: {}, ready: false };
  while (!createExclusively(path, state)) {
    const found = readState(path);
    if (found && isAlive(found.launcher)) throw new AlreadyRunning(found);
    moveAside(path, found);
    if (found) await untilGone(found.children);
  }
  return {
    update(change) {
      state = { ...state, ...change };
      const aside = `${path}.${process.pid}`;
      writeFileSync(aside, serialise(state));
      renameSync(aside, path);
    },
    release: () => rmSync(path, { force: true }),
  };
}

function createExclusively(path: string, state: StackState): boolean {
  const aside = `${path}.${process.pid}`;
  writeFileSync(aside, serialise(state));
  try {
    linkSync(aside, path); // appears whole or not at all
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Removes the stale file; if another start has put its own there meanwhile, that one is put back. */
function moveAside(path: string, stale: StackState | null) {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    if (serialise(readState(aside)) !== serialise(stale)) linkSync(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

async function untilGone(guards: readonly ProcessId[]) {
  for (let tenths = 0; tenths < 150; tenths++) {
    if (!guards.some(isAlive)) return;
    await sleep(100);
  }
  for (const guard of guards.filter(isAlive)) signalGroup(guard.pid, 'SIGKILL');
}

function readState(path: string): StackState | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StackState;
  } catch {
    return null;
  }
}

const serialise = (state: StackState | null) => `${JSON.stringify(state, null, 2)}\n`;
