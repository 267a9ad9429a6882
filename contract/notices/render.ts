import { type NoticeTemplate, noticeTemplates, type Template } from './templates.ts';

/** `undefined` says that what the notice is about is gone. */
export type NoticeFacts = Readonly<Record<string, string>> | undefined;

export interface NoticeText {
  readonly title: string;
  readonly what: string;
  readonly next: string;
  /** whom to call, a sentence of its own */
  readonly call: string;
}

/** 人社 hotline: whom those call who are themselves the number of the matter. */
export const HOTLINE = '12333';

const CALL = {
  zh: { phone: (number: string) => `问事打 ${number}。`, none: '不清楚就问网格员。' },
  en: { phone: (number: string) => `Questions: ${number}.`, none: 'Ask your grid worker.' },
} as const;
const UNSAID = { zh: '（没写明）', en: '(not stated)' } as const;
const GONE = {
  zh: { what: '这件事已经取消或结束。', next: '不用再办什么。' },
  en: { what: 'This is over or was cancelled.', next: 'Nothing is left to do.' },
} as const;

/** The words of a notice. Pure: the worker sends them, the API shows them. */
export function renderNotice(
  template: NoticeTemplate,
  facts: NoticeFacts,
  { locale = 'zh', phone }: { readonly locale?: 'zh' | 'en' | undefined; readonly phone: string | null },
): NoticeText {
  const { [locale]: words }: Template = noticeTemplates[template];
  const [title, what, next] = words.map((text) =>
    text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => said(facts?.[slot], locale)),
  ) as [string, string, string];
  const over = facts === undefined ? GONE[locale] : null;
  const call = phone === null ? CALL[locale].none : CALL[locale].phone(phone);
  return { title, what, next, ...over, call };
}

/** Days are kept as ISO days and said as people say them. */
function said(fact: string | undefined, locale: 'zh' | 'en'): string {
  if (fact === undefined) return UNSAID[locale];
  const [, month, day] = /^\d{4}-(\d\d)-(\d\d)$/.exec(fact) ?? [];
  return locale === 'zh' && month && day ? `${Number(month)}月${Number(day)}日` : fact;
}
