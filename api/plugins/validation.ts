import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import { Problem } from '../problem.ts';
import { fieldProblems, PARTS } from '../reasons.ts';

/** Validates with Zod and refuses with the fields and their reasons; an absent body counts as an empty one. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart = 'body' }) => {
  const part = PARTS[httpPart] ?? httpPart;
  return (data: unknown) => {
    const result = schema.safeParse(data ?? {});
    if (result.success) return { value: result.data };
    return { error: new Problem('invalid_input', { fields: fieldProblems(part, result.error) }) };
  };
};
