import { describe, expect, it } from 'vitest';
import { renderNotice } from '#contract/notices/render.ts';
import { subjectFacts } from '#contract/notices/subjects.ts';
import { noticeTemplateNames, noticeTemplates } from '#contract/notices/templates.ts';

const factsOf = (template: (typeof noticeTemplateNames)[number]) =>
  Object.fromEntries(subjectFacts[noticeTemplates[template].subject].map((name) => [name, `<${name}>`]));

describe.each(noticeTemplateNames)('%s', (template) => {
  it('says what happened, what to do and whom to call, with every slot filled', () => {
    for (const locale of ['zh', 'en'] as const) {
      const text = renderNotice(template, factsOf(template), { locale, phone: '13800001111' });
      expect(Object.values(text).every((part) => part.length > 0)).toBe(true);
      expect(Object.values(text).join('')).not.toMatch(/[{}]/);
      expect(text.call).toContain('13800001111');
    }
  });

  it('is short in Chinese: a title of ten signs, sentences of twenty besides what is looked up', () => {
    const { zh } = noticeTemplates[template];
    expect(zh[0].length).toBeLessThanOrEqual(10);
    for (const sentence of zh.slice(1).flatMap((part) => part.split(/[。！：]/))) {
      expect(sentence.replaceAll(/\{\w+\}|[“”（）]/g, '').length, sentence).toBeLessThanOrEqual(20);
    }
  });
});

it('says so when the thing is gone, and names the grid worker when there is no number to call', () => {
  const text = renderNotice('application.hired', undefined, { phone: null });
  expect(text).toMatchObject({ what: '这件事已经取消或结束。', next: '不用再办什么。' });
  expect(text.call).toBe('不清楚就问网格员。');
});
