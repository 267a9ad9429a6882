import { createHash } from 'node:crypto';

/** The part of an OpenAPI 3.1 document the page shows. */
export interface ApiDescription {
  readonly info: { readonly title: string; readonly description?: string };
  readonly paths?: Readonly<Record<string, Readonly<Partial<Record<(typeof METHODS)[number], Operation>>>>>;
}

interface Operation {
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: unknown;
  readonly requestBody?: unknown;
  readonly responses?: unknown;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const STYLE = `
body{font:16px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1d2a2f;background:#fbfaf7;margin:0 auto;max-width:60rem;padding:2rem 1rem 4rem}
h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2.5rem 0 .5rem;border-bottom:2px solid #d9e3df}
article{padding:.75rem 0;border-bottom:1px solid #e5e3dc}
article>p{margin:.25rem 0}code,pre{font:14px/1.5 ui-monospace,monospace}
.method{display:inline-block;min-width:4.5em;font-weight:700;color:#0b5f55}
.access{color:#5b5546;font-size:.9rem}summary{cursor:pointer;min-height:24px}
pre{background:#f1f0ea;padding:.75rem;overflow:auto;max-height:24rem}`;

/** The page carries one style and no script, so that it works offline and under a strict policy. */
export const docsPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The OpenAPI document as one page for people. */
export function docsPage({ info, paths = {} }: ApiDescription): string {
  const operations = Object.entries(paths).flatMap(([url, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, url, operation }] : [];
    }),
  );
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? '');
  const sections = [...groups].map(
    ([tag, items]) => `<section><h2>${text(tag)}</h2>${items.map(article).join('')}</section>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${text(info.title)}</title><style>${STYLE}</style></head>
<body><h1>${text(info.title)}</h1><p>${text(info.description ?? '')}</p>
<p>OpenAPI 3.1:<a href="/openapi.json">/openapi.json</a></p>${sections.join('')}</body></html>`;
}

interface Described {
  readonly method: string;
  readonly url: string;
  readonly operation: Operation;
}

function article({ method, url, operation }: Described): string {
  const { summary = '', description = '', parameters, requestBody, responses } = operation;
  const parts = [
    ['参数', parameters],
    ['请求', requestBody],
    ['回答', responses],
  ] as const;
  const details = parts
    .filter(([, part]) => part !== undefined)
    .map(([title, part]) => `<details><summary>${title}</summary><pre>${json(part)}</pre></details>`);
  return `<article><p><span class="method">${method.toUpperCase()}</span><code>${text(url)}</code></p>
<p>${text(summary)}</p><p class="access">${text(description)}</p>${details.join('')}</article>`;
}

const json = (value: unknown) => text(JSON.stringify(value, null, 2));

const text = (raw: string) => raw.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
