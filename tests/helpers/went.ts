import { Problem } from '../../api/problem.ts';

/** Whether an act went through; a Problem is an answer, any other error is a fault. */
export const went = (act: Promise<unknown>): Promise<boolean> =>
  act.then(
    () => true,
    (error: unknown) => {
      if (error instanceof Problem) return false;
      throw error;
    },
  );
