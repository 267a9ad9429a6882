import type { Env } from '../env.ts';

export type Level = 'ok' | 'warn' | 'fail';

export interface Finding {
  readonly level: Level;
  /** What was seen, in Chinese; with `warn` and `fail`, also what to do. */
  readonly text: string;
}

/** What checks look at: the options of the command, and the environment when there is one. */
export interface Patient {
  readonly dataDir: string;
  readonly env: Env | null;
  /** Why there is no environment. */
  readonly envError: string;
}

export interface Check {
  readonly title: string;
  /** May throw: that counts as `fail` with the error's message. */
  run(patient: Patient): Promise<Finding>;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const warn = (text: string): Finding => ({ level: 'warn', text });
export const fail = (text: string): Finding => ({ level: 'fail', text });

/** A check that needs the environment; without one it says so instead of failing. */
export function onStack(title: string, run: (env: Env) => Promise<Finding>): Check {
  return { title, run: ({ env }) => (env ? run(env) : Promise.resolve(warn('未运行，跳过'))) };
}
