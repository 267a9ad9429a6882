import { redirect } from '@sveltejs/kit';
import { refused } from './problem.ts';

/** Does something and shows the page anew, so that reloading repeats nothing; a refusal stays on the page. */
export async function actThenShow(to: string, act: () => Promise<unknown>) {
  try {
    await act();
  } catch (thrown) {
    return refused(thrown, {});
  }
  redirect(303, to);
}
