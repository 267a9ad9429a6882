import type { RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#lib/paraglide/runtime.js';
import { contract } from '$contract/routes/index.ts';
import { actThenShow } from './act.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'request'>;

/** What every inbox shows, whoever reads it. */
export async function loadInbox({ locals, url }: Event) {
  const page = url.searchParams.get('page') ?? 1;
  const [inbox, channels] = await Promise.all([
    locals.api.call(contract.notices.mine, { query: { page, size: 20, locale: getLocale() } }),
    locals.api.call(contract.notices.channels),
  ]);
  return { inbox, channels: channels.items };
}

/** What one can do in every inbox; plain forms, so that they work without a script. */
export const inboxActions = {
  read: async ({ locals, url, request }: Event) => {
    const notice = String((await request.formData()).get('notice'));
    return actThenShow(url.pathname, () => locals.api.call(contract.notices.read, { params: { notice } }));
  },
  readAll: async ({ locals, url }: Event) =>
    actThenShow(url.pathname, () => locals.api.call(contract.notices.readAll)),
  choose: async ({ locals, url, request }: Event) => {
    const form = await request.formData();
    const channel = form.get('channel') === 'wechat' ? 'wechat' : 'sms';
    const on = form.get('on') === 'yes';
    return actThenShow(`${url.pathname}#channels`, () =>
      locals.api.call(contract.notices.choose, { params: { channel }, body: { on } }),
    );
  },
};
