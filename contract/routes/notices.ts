import { z } from 'zod';
import { noticeChannel, noticeFailure, phoneChannels } from '../codes/market.ts';
import { type NoticeSubject, subjectFacts } from '../notices/subjects.ts';
import { anyone, defineRoutes, roles, signedIn, staff } from '../route.ts';
import { pageOf, pageQuery } from './shared.ts';

const subjects = Object.keys(subjectFacts) as [NoticeSubject, ...NoticeSubject[]];
/** Language of what is shown; what goes to phones is Chinese. */
const locale = z.enum(['zh', 'en']).optional();

export const myNotice = z.object({
  id: z.uuid(),
  /** what it is about: a page shows it */
  subject: z.enum(subjects),
  thing: z.string().nullable(),
  title: z.string(),
  what: z.string(),
  next: z.string(),
  call: z.string(),
  /** a mobile or landline number to dial */
  phone: z.string().nullable(),
  createdAt: z.iso.datetime(),
  read: z.boolean(),
});
export type MyNotice = z.infer<typeof myNotice>;

/** How one hears of things. `always`: the inbox cannot be switched off, the law wants some notices to arrive. */
export const myChannel = z.object({
  channel: z.enum(noticeChannel.values),
  label: z.string(),
  always: z.boolean(),
  on: z.boolean(),
  /** masked number it goes to; null when none is known */
  to: z.string().nullable(),
});
export type MyChannel = z.infer<typeof myChannel>;

export const failedNotice = z.object({
  id: z.uuid(),
  /** masked */
  name: z.string(),
  phone: z.string().nullable(),
  person: z.uuid().nullable(),
  place: z.string(),
  title: z.string(),
  channelLabel: z.string(),
  failure: z.enum(noticeFailure.values).nullable(),
  failureLabel: z.string(),
  attempts: z.int(),
  createdAt: z.iso.datetime(),
});
export type FailedNotice = z.infer<typeof failedNotice>;

const params = z.object({ notice: z.uuid('编号不对') });
const phone = z.object({ channel: z.enum(phoneChannels, '没有这个渠道') });

export const noticeRoutes = defineRoutes({
  mine: {
    method: 'GET',
    url: '/api/my/notices',
    summary: '我的消息，新的在前',
    access: signedIn,
    query: pageQuery.extend({ locale }),
    answer: pageOf(myNotice).extend({ unread: z.int() }),
  },
  unread: {
    method: 'GET',
    url: '/api/my/notices/unread',
    summary: '没看的消息有几条',
    access: signedIn,
    answer: z.object({ unread: z.int() }),
  },
  read: {
    method: 'POST',
    url: '/api/my/notices/:notice/read',
    summary: '看过了',
    access: signedIn,
    params,
    answer: 'empty',
    status: 204,
    problems: ['not_found'],
  },
  readAll: {
    method: 'POST',
    url: '/api/my/notices/read',
    summary: '全部看过',
    access: signedIn,
    answer: 'empty',
    status: 204,
  },
  channels: {
    method: 'GET',
    url: '/api/my/notice-channels',
    summary: '消息怎样送到我',
    access: signedIn,
    answer: z.object({ items: z.array(myChannel) }),
  },
  choose: {
    method: 'PUT',
    url: '/api/my/notice-channels/:channel',
    summary: '同意或不要短信、微信；站内消息一直有',
    access: signedIn,
    params: phone,
    body: z.object({ on: z.boolean() }),
    answer: 'empty',
    status: 204,
  },
  failed: {
    method: 'GET',
    url: '/api/notices/failed',
    summary: '没送到的消息：谁联系不上，为什么',
    access: staff,
    query: pageQuery,
    answer: pageOf(failedNotice),
  },
  retry: {
    method: 'POST',
    url: '/api/notices/:notice/retry',
    summary: '再发一次',
    access: roles('grid_worker', 'counsellor', 'bureau', 'admin'),
    params,
    answer: 'empty',
    status: 204,
    problems: ['not_found', 'wrong_state'],
  },
  receipt: {
    method: 'POST',
    url: '/api/notice-receipts/:channel',
    summary: '短信、微信平台的回执；x-signature 是 HMAC-SHA256（channel、id、status、at 各一行）的十六进制',
    access: anyone,
    params: phone,
    body: z.object({
      /** what the gateway answered when it took the message */
      id: z.string().min(1).max(128),
      status: z.enum(['delivered', 'read', 'failed']),
      code: z.enum(noticeFailure.values).optional(),
      at: z.iso.datetime({ offset: true }),
    }),
    answer: 'empty',
    status: 204,
    problems: ['forbidden', 'not_found'],
  },
});
