import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { JobName } from '#contract/jobs.ts';

export type JobMetrics = ReturnType<typeof openMetrics>;

/** Figures of this process. Queue lengths and the outbox are on the API's /metrics. */
export function openMetrics() {
  const register = new Registry();
  collectDefaultMetrics({ register });
  const durations = new Histogram({
    name: 'leye_job_duration_seconds',
    help: 'Time one attempt at a job took',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300],
    registers: [register],
  });
  return {
    register,
    /** Call what it returns when the attempt ends. */
    started(job: JobName): (outcome: 'done' | 'failed' | 'interrupted') => void {
      const stop = durations.startTimer({ job });
      return (outcome) => stop({ outcome });
    },
  };
}
