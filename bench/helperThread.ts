/** A second thread of the solver: see matching/solver/team.ts. */
import { workerData } from 'node:worker_threads';
import { serve } from '#matching/solver/team.ts';

serve(workerData);
