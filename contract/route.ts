import type { z } from 'zod';
import type { Role } from './codes/account.ts';
import type { ProblemCode } from './problems.ts';

/** Who may call a route. Public is written out: there is no default. */
export type Access =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export const anyone = { kind: 'public' } as const satisfies Access;
export const signedIn = { kind: 'signed-in' } as const satisfies Access;
export const roles = (...allowed: Role[]) => ({ kind: 'roles', roles: allowed }) as const satisfies Access;

/** Staff who work for the families. */
export const staff = roles('grid_worker', 'counsellor', 'bureau', 'auditor', 'admin');
/** Those who stand beside a family. */
export const companions = roles('grid_worker', 'counsellor', 'bureau', 'admin');
/** Staff who answer for a region. */
export const bureau = roles('bureau', 'admin');
/** Those who may look at what the bureau does. */
export const oversight = roles('bureau', 'auditor', 'admin');

/** What is sent: JSON by default; the other kinds are not described by a schema. */
export type Answer = z.ZodType | 'file' | 'events' | 'empty';

export interface RouteContract {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify style, e.g. /api/runs/:run */
  readonly url: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** 'file' when the body is multipart/form-data with one file */
  readonly upload?: boolean;
  readonly answer: Answer;
  readonly status?: 200 | 201 | 202 | 204;
  /** Seconds a public answer may be old: all who ask the same within them share one. */
  readonly sharedFor?: number;
  /** problems a caller has to expect, besides the general ones */
  readonly problems?: readonly ProblemCode[];
}

export type RouteTable = Readonly<Record<string, RouteContract>>;

/** Keeps the literal types of a resource's routes. */
export const defineRoutes = <const T extends RouteTable>(routes: T): T => routes;
