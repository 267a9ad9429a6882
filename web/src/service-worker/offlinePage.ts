import { m } from '#lib/paraglide/messages.js';

const zh = { locale: 'zh' } as const;

/** Instead of a blank page, where the asked one was never looked at: says why, and leads to what was. */
export async function offlinePage(jobs: readonly Response[]): Promise<Response> {
  const links = await Promise.all(jobs.map(linkTo));
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${m.offline_title({}, zh)} · 乐业</title>
<style>
  body { max-width: 40rem; margin: 0 auto; padding: 1rem; background: #faf8f3; color: #1c2533; font: 1.125rem/1.5 sans-serif }
  h1 { color: #24407a }
  a { display: flex; align-items: center; min-height: 3rem; margin: 0.75rem 0; padding: 0.75rem 1rem; border: 1px solid #8b8779; border-radius: 10px; background: #fff; color: #24407a; font-weight: 600 }
</style>
</head>
<body>
<main>
<h1>${m.offline_title({}, zh)}</h1>
<p>${m.offline_text({}, zh)}</p>
<a href="">${m.error_retry({}, zh)}</a>
<a href="/">${m.error_home({}, zh)}</a>
${links.length > 0 ? `<h2>${m.offline_seen({}, zh)}</h2>` : ''}
${links.reverse().join('\n')}
</main>
</body>
</html>`;
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8' } });
}

/** The page's own title is markup already. */
async function linkTo(page: Response): Promise<string> {
  const [, title = '乐业'] = /<title>([^<]*)<\/title>/.exec(await page.clone().text()) ?? [];
  const { pathname } = new URL(page.url);
  return `<a href="${pathname}">${title.replace(/ · 乐业$/, '')}</a>`;
}
