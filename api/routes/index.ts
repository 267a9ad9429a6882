import type { FastifyInstance } from 'fastify';
import type { RouteTable } from '#contract/route.ts';
import type { contract } from '#contract/routes/index.ts';
import type { Handlers } from '../register.ts';
import type { Services } from '../services.ts';
import { authHandlers } from './auth.ts';
import { operationHandlers } from './operations.ts';

type Contract = typeof contract;

/** Every route of the contract → its handler. */
export const handlersOf = (app: FastifyInstance, services: Services) =>
  ({
    auth: authHandlers(services),
    operations: operationHandlers(app, services),
  }) satisfies {
    readonly [R in keyof Contract]: Contract[R] extends RouteTable ? Handlers<Contract[R]> : never;
  };
