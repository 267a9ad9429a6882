import axe from 'axe-core';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Answer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** What axe and the ruler find wrong on the page as it is shown. */
export async function wrongOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source); // from outside the page: its script policy stays as it is
  const options = JSON.stringify({ runOnly: TAGS });
  const { violations } = await page.evaluate<Answer>(`axe.run(${options})`);
  const over = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`)),
    ...(over ? ['scrolls sideways'] : []),
  ];
}
