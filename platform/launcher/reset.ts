import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readLauncherEnv } from '../env.ts';
import { readOptions } from './options.ts';
import { sharedData } from './place.ts';
import { loadSecrets } from './secrets.ts';
import { runningStack } from './stack.ts';

/** `npm run reset [-- --data DIR] [--yes]`: removes the data folder, so that the next start begins anew. */

const { data, yes } = readOptions(process.argv.slice(2), readLauncherEnv());
process.exit(await reset());

async function reset(): Promise<number> {
  const stack = runningStack(data);
  if (stack) {
    console.error(`✗ 乐业正在运行（进程 ${stack.launcher.pid}），请先停止。It is running: stop it first.`);
    return 1;
  }
  if (!existsSync(data)) {
    console.log(`${data} 不存在，无需清空。Nothing to remove.`);
    return 0;
  }
  if (!existsSync(`${data}/secrets.json`)) {
    console.error(`✗ ${data} 不是乐业的数据目录，不会删除。Not a data folder of Leye: left alone.`);
    return 1;
  }
  if (!yes && !(await confirmed())) {
    console.log('未做改动。Nothing was changed.');
    return 1;
  }
  const { installation } = loadSecrets(data);
  rmSync(dirname(sharedData(installation)), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
  console.log('已清空，下次 npm start 将重新建立。Removed; the next npm start begins anew.');
  return 0;
}

/** Without a terminal nobody can answer, so nothing is removed. */
async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error('✗ 需要确认，请加 --yes。Add --yes to confirm.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(
    `将删除 ${data} 中的全部数据与密钥。输入 yes 确认 / type yes to delete: `,
  );
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}
