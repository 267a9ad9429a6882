import { actThenShow } from '#lib/server/act.ts';
import { text } from '#lib/server/fields.ts';
import { lenient } from '#lib/server/query.ts';
import { voucherStatus } from '$contract/codes/training.ts';
import { contract } from '$contract/routes/index.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const query = lenient(contract.vouchers.list.query, url.searchParams);
  return {
    vouchers: await locals.api.call(contract.vouchers.list, { query }),
    status: query.status ?? null,
    states: voucherStatus.values.map((value) => ({ value, label: voucherStatus.label(value) })),
  };
};

type Event = Parameters<NonNullable<Actions['verify']>>[0];

async function act(event: Event, doing: (voucher: string, form: FormData) => Promise<unknown>) {
  const form = await event.request.formData();
  const status = event.url.searchParams.get('status');
  return actThenShow(`/bureau/vouchers${status ? `?status=${status}` : ''}`, () =>
    doing(text(form, 'voucher'), form),
  );
}

export const actions: Actions = {
  verify: (event) =>
    act(event, (voucher) => event.locals.api.call(contract.vouchers.verify, { params: { voucher } })),
  void: (event) =>
    act(event, (voucher, form) =>
      event.locals.api.call(contract.vouchers.void, {
        params: { voucher },
        body: { reason: text(form, 'reason') },
      }),
    ),
};
