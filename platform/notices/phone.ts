import type { PhoneChannel } from '#contract/codes/market.ts';
import type { NoticeMessage } from './channel.ts';

/** The signature every SMS in China begins with. */
const SIGNATURE = '【乐业】';

/** What each channel to a phone carries besides the number. */
export const bodies: Readonly<Record<PhoneChannel, (message: NoticeMessage) => object>> = {
  /** what happened, the next step, whom to call */
  sms: ({ text }) => ({ text: `${SIGNATURE}${text.what}${text.next}${text.call}` }),
  /** a template message of an official account; the gateway finds the follower by the number */
  wechat: ({ template, text }) => ({
    template,
    fields: { title: text.title, content: text.what, remark: `${text.next}${text.call}` },
  }),
};
