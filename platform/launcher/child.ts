import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * The guard runs the command and holds the read end of a pipe of ours. When the pipe closes, be it
 * that we ask for a stop or that we died by kill -9, it signals the command, waits, and then kills.
 * At the end it takes whatever is left of its process group with it. It is no file of its own because
 * the user PostgreSQL runs as may not be able to read this folder.
 * Arguments: signal, tenths of a second to wait, command and its arguments.
 */
const GUARD = `
signal=$1 patience=$2; shift 2
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
(
  read -r _ <&3
  kill -s "$signal" $child
  while [ $patience -gt 0 ] && kill -0 $child; do sleep 0.1; patience=$((patience - 1)); done
  kill -s KILL $child
) 2>/dev/null &
wait $child
code=$?
trap '' TERM
kill -s TERM 0
exit $code`;

/** Tenths of a second. Web, then api and workers, then the stores must fit into ten seconds. */
const PATIENCE = '30';

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** What asks the program to end; PostgreSQL's fast shutdown is INT. */
  readonly signal?: 'INT' | 'TERM';
  /** User and group to run as; only root may set it. */
  readonly user?: number | undefined;
  /** Output is appended here; without it, it goes to our own output. */
  readonly log?: string | undefined;
}

export interface Child {
  readonly name: string;
  /** Process group of the guard and everything below it. */
  readonly group: number;
  /** Resolves with the exit code once the guard has ended. */
  readonly ended: Promise<number | null>;
  /** Asks it to end; resolves when nothing of the group is left. */
  stop(): Promise<void>;
}

/** Starts a program in its own process group, so that Ctrl-C in the terminal reaches only us. */
export function startChild(spec: ChildSpec): Child {
  const { name, signal = 'TERM' } = spec;
  const output = spec.log ? openLogFile(spec.log) : 'inherit';
  const guard = spawn(
    '/bin/sh',
    ['-c', GUARD, `leye-${name}`, signal, PATIENCE, spec.command, ...spec.args],
    {
      cwd: spec.cwd,
      env: spec.env,
      detached: true,
      stdio: ['pipe', output, output],
      ...(spec.user === undefined ? {} : { uid: spec.user, gid: spec.user }),
    },
  );
  if (typeof output === 'number') closeSync(output);
  guard.stdin?.on('error', () => undefined); // EPIPE when the guard has ended before us
  const group = guard.pid ?? 0;
  const ended = exitOf(guard).finally(() => {
    signalGroup(group, 'SIGKILL');
    live.delete(child);
    onChange([...live]);
  });
  const child: Child = {
    name,
    group,
    ended,
    async stop() {
      guard.stdin?.destroy();
      await ended;
    },
  };
  live.add(child);
  onChange([...live]);
  return child;
}

const live = new Set<Child>();
let onChange: (children: readonly Child[]) => void = () => undefined;

/** Calls `listener` with all children that run, now and whenever one starts or ends. */
export function watchChildren(listener: typeof onChange) {
  onChange = listener;
  listener([...live]);
}

/** Stops whatever runs, also what is only half up; resolves when nothing is left. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...live].map((child) => child.stop()));
}

/** Signals every process of a group; false when none is left. Signal 0 only asks. */
export function signalGroup(group: number, signal: NodeJS.Signals | 0): boolean {
  if (group <= 1) return false;
  try {
    process.kill(-group, signal);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function exitOf(guard: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    guard.once('error', reject);
    guard.once('exit', resolve);
  });
}

const LOG_LIMIT = 16 * 1024 * 1024;

/** Appends; a file over 16 MiB moves aside first, so that logs of a demo never fill the disk. */
function openLogFile(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
