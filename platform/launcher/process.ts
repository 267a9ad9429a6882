import { readFileSync } from 'node:fs';

/** A process, told apart from a later one that got the same number. */
export interface ProcessId {
  readonly pid: number;
  /** Clock ticks from boot to its start; null where /proc does not say. */
  readonly started: number | null;
}

export const identify = (pid: number): ProcessId => ({ pid, started: readStat(pid)?.started ?? null });

/** True while that very process runs; a zombie has ended. */
export function isAlive({ pid, started }: ProcessId): boolean {
  const stat = readStat(pid);
  if (stat) return stat.state !== 'Z' && (started === null || stat.started === started);
  if (process.platform === 'linux') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Fields 3 and 22 of proc_pid_stat(5); the command name before them may hold spaces and brackets. */
function readStat(pid: number): { state: string; started: number } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', started: Number(fields[19]) };
  } catch {
    return null;
  }
}
