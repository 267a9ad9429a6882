import { redirect } from '@sveltejs/kit';
import { contract } from '$contract/routes/index.ts';

/** A form may have waited on a phone that somebody else holds by now: it goes out for whoever filled it in. */
export async function demandSameHolder(locals: App.Locals, form: FormData, page: string): Promise<void> {
  const { id } = await locals.api.call(contract.auth.me);
  if (form.get('account') !== id) redirect(303, `/login?to=${page}`);
}
