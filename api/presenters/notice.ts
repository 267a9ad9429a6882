import { noticeChannel, noticeFailure, type PhoneChannel } from '#contract/codes/market.ts';
import { wantedPhones } from '#contract/notices/channels.ts';
import { renderNotice } from '#contract/notices/render.ts';
import { type NoticeTemplate, noticeTemplates } from '#contract/notices/templates.ts';
import { maskName, maskPhone } from '#contract/present/person.ts';
import type { FailedNotice, MyChannel, MyNotice } from '#contract/routes/notices.ts';
import { callFor, isTemplate, type Known, thingOf } from '#drizzle/queries/noticeFacts.ts';
import type { FailedNotice as FailedRow } from '#drizzle/queries/noticeFailures.ts';
import type { listNotices } from '#drizzle/queries/noticeInbox.ts';
import type { Recipient } from '#drizzle/queries/noticeSending.ts';

type Row = Awaited<ReturnType<typeof listNotices>>['items'][number];

export function presentNotice(row: Row, known: Known | undefined, locale: 'zh' | 'en' = 'zh'): MyNotice {
  // The list holds known templates only.
  const template = row.template as NoticeTemplate;
  const { subject } = noticeTemplates[template];
  const phone = callFor(row, known);
  return {
    id: row.id,
    subject,
    thing: known?.facts === undefined ? null : thingOf(row, subject),
    ...renderNotice(template, known?.facts, { locale, phone }),
    phone,
    createdAt: row.createdAt.toISOString(),
    read: row.readAt !== null,
  };
}

/** Channels that are not set up here are not offered. */
export function presentChannels(recipient: Recipient | null, phones: readonly PhoneChannel[]): MyChannel[] {
  const wanted = recipient ? wantedPhones(recipient.said, recipient.business) : [];
  const to = recipient?.phone ? maskPhone(recipient.phone) : null;
  return [
    { channel: 'in_app', label: noticeChannel.label('in_app'), always: true, on: true, to: null },
    ...phones.map((channel) => ({
      channel,
      label: noticeChannel.label(channel),
      always: false,
      on: wanted.includes(channel),
      to,
    })),
  ];
}

export function presentFailed(row: FailedRow, known: Known | undefined): FailedNotice {
  const phone = known?.phone ?? null;
  return {
    id: row.id,
    name: row.person === null ? (row.name ?? '*') : maskName(row.name ?? ''),
    phone: row.phone && maskPhone(row.phone),
    person: row.person,
    place: row.placeName ?? row.region,
    title: isTemplate(row.template)
      ? renderNotice(row.template, known?.facts, { phone }).title
      : row.template,
    channelLabel: noticeChannel.label(row.channel),
    failure: row.failure,
    failureLabel: noticeFailure.label(row.failure ?? 'unreachable'),
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
  };
}
