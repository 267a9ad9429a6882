import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Half the size of the text the package exports. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** axe works out the colours of every element anew, which takes a quarter of its time; each need be only once. */
const REMEMBER_COLOURS = `(({ Color }, known = new Map()) => {
  const parse = Color.prototype.parseString;
  Color.prototype.parseString = function (text) {
    if (!known.has(text)) known.set(text, parse.call(new Color(0, 0, 0), text));
    const { r, g, b, alpha } = known.get(text);
    return Object.assign(this, { r, g, b, alpha });
  };
})(axe.commons.color)`;

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another layout of the same page can change. */
const OF_LAYOUT = ['target-size', 'scrollable-region-focusable'];

/** Every rule, or only those that tell of another layout of a page already looked at. */
export type AxeRules = 'all' | 'layout';

/** What axe finds, one line a node. Contrast is AAA where everybody comes, AA for staff. */
export async function violationsOf(
  page: Page,
  everybody: boolean,
  which: AxeRules = 'all',
): Promise<string[]> {
  // From outside the page: its script policy stays as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(`${AXE};${REMEMBER_COLOURS}`);
  const rules = {
    'target-size': { enabled: true },
    'color-contrast': { enabled: !everybody }, // the enhanced rule asks for more
    'color-contrast-enhanced': { enabled: everybody },
  };
  const options = which === 'all' ? { runOnly: WCAG, rules } : { runOnly: OF_LAYOUT };
  const { violations } = await page.evaluate<AxeAnswer>(
    `axe.run(${JSON.stringify({ ...options, resultTypes: ['violations'] })})`,
  );
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
