import { cells, pad, table } from './table.ts';

/** The parts in the words of the people who start the product. */
const LABELS: Record<string, string> = {
  postgres: '数据库 PostgreSQL',
  meilisearch: '搜索 Meilisearch',
  migrations: '表结构 migrations',
  seed: '演示数据 demo world',
  'web build': '页面构建 web build',
  index: '搜索索引 search index',
  api: '接口 API',
  workers: '后台任务 workers',
  web: '网页 web',
};

const LABEL_WIDTH = Math.max(...Object.values(LABELS).map(cells));

export type Report = ReturnType<typeof openReport>;

/** Tells a person at a terminal how the start goes: one line a part, then one table. */
export function openReport(print: (line: string) => void) {
  const line = (sign: string, part: string, text: string) =>
    print(`${sign} ${pad(LABELS[part] ?? part, LABEL_WIDTH)}  ${text}`);
  return {
    line: print,
    up: (part: string, milliseconds: number, detail: string) =>
      line('✓', part, `${(milliseconds / 1000).toFixed(1)} s  ${detail}`),
    ended: (part: string, code: number | null, wait: number, log: string) =>
      line('✗', part, `意外退出 ended (${code ?? '?'}), ${wait / 1000} s 后重启 restarts. ${log}`),
    portTaken: (part: string, wanted: number, got: number) =>
      line('!', part, `端口 port ${wanted} 已被占用 is busy → ${got}`),
    ready(urls: Readonly<Record<string, string>>, data: string, accounts: readonly (readonly string[])[]) {
      print('');
      print(
        table('乐业 Leye', [
          ['网页 web', urls.web ?? ''],
          ['接口 API', urls.api ?? ''],
          ['接口文档 API docs', `${urls.api ?? ''}/docs`],
          ['数据目录 data', data],
        ]),
      );
      if (accounts.length > 0) print(table('演示账号 demo accounts', accounts));
      print('按 Ctrl-C 停止 · Ctrl-C stops everything');
    },
    alreadyRunning(pid: number, urls: Readonly<Record<string, string>>) {
      print(
        table('乐业已在运行 already running', [
          ['进程 process', String(pid)],
          ['网页 web', urls.web ?? '启动中 starting'],
          ['接口 API', urls.api ?? '启动中 starting'],
        ]),
      );
    },
  };
}
