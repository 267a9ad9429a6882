import type { FastifyInstance } from 'fastify';
import type { contract } from '#contract/routes/index.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';
import { authHandlers } from './auth.ts';
import { importHandlers } from './imports.ts';
import { operationHandlers } from './operations.ts';
import { overviewHandlers } from './overview.ts';
import { policyHandlers } from './policies.ts';
import { regionHandlers } from './regions.ts';
import { runHandlers } from './runs.ts';
import { vacancyHandlers } from './vacancies.ts';
import { workerHandlers } from './workers.ts';

type Contract = typeof contract;

/** Every route of the contract → its handler; a missing one does not compile. */
export const handlersOf = (
  app: FastifyInstance,
  services: Services,
): { readonly [R in keyof Contract]: Handlers<Contract[R]> } => ({
  auth: authHandlers(services),
  imports: importHandlers(services),
  operations: operationHandlers(app, services),
  overview: overviewHandlers(),
  policies: policyHandlers(),
  regions: regionHandlers(),
  runs: runHandlers(),
  vacancies: vacancyHandlers(services),
  workers: workerHandlers(services),
});
