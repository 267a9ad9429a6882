import { authRoutes } from './auth.ts';
import { importRoutes } from './imports.ts';
import { operationRoutes } from './operations.ts';
import { overviewRoutes } from './overview.ts';
import { policyRoutes } from './policies.ts';
import { regionRoutes } from './regions.ts';
import { runRoutes } from './runs.ts';
import { vacancyRoutes } from './vacancies.ts';
import { workerRoutes } from './workers.ts';

/** Every route of the API, by resource. A test demands that the server registers exactly these. */
export const contract = {
  auth: authRoutes,
  imports: importRoutes,
  operations: operationRoutes,
  overview: overviewRoutes,
  policies: policyRoutes,
  regions: regionRoutes,
  runs: runRoutes,
  vacancies: vacancyRoutes,
  workers: workerRoutes,
} as const;
