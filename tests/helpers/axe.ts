import axe from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, one line a node. Contrast is AAA where everybody comes, AA for staff. */
export async function violationsOf(page: Page, seeker: boolean): Promise<string[]> {
  await page.evaluate(axe.source); // from outside the page: its script policy stays as it is
  const options = {
    runOnly: { type: 'tag', values: WCAG },
    rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: seeker } },
    resultTypes: ['violations'],
  };
  const { violations } = await page.evaluate<AxeAnswer>(`axe.run(${JSON.stringify(options)})`);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
}

interface AxeAnswer {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** The page itself never scrolls sideways. */
export async function overflowOf(page: Page): Promise<string[]> {
  const over = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return over === 0 ? [] : [`scrolls sideways by ${over} px`];
}
