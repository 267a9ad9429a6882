import { statfsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { meilisearchBinary, postgresPackage } from '../launcher/packages.ts';
import { runningStack } from '../launcher/stack.ts';
import { type Check, fail, ok, warn } from './check.ts';

const GIB = 2 ** 30;

const nodeVersion: Check = {
  title: 'Node.js',
  run: async () =>
    Number(process.versions.node.split('.')[0]) >= 24
      ? ok(process.version)
      : fail(`${process.version}，需要 24 或更新版本`),
};

const packages: Check = {
  title: '内置程序',
  async run({ dataDir }) {
    const { version } = await postgresPackage();
    await meilisearchBinary(join(dataDir, 'bin'));
    return ok(`PostgreSQL ${version}，Meilisearch 1.21.0（校验和一致）`);
  },
};

const disk: Check = {
  title: '磁盘',
  async run({ dataDir }) {
    const { bavail, bsize } = statfsSync(nearestFolder(dataDir));
    const free = (bavail * bsize) / GIB;
    const text = `剩余 ${free.toFixed(1)} GiB`;
    if (free < 0.5) return fail(`${text}，数据库可能无法写入，请清理`);
    return free < 3 ? warn(`${text}，建议留出 3 GiB`) : ok(text);
  },
};

const launcher: Check = {
  title: '启动器',
  async run({ dataDir, envError }) {
    const stack = runningStack(dataDir);
    if (stack) return stack.ready ? ok(`进程 ${stack.launcher.pid},${stack.urls.web}`) : warn('正在启动');
    return warn(`未运行：${envError || dataDir}`);
  },
};

const secrets: Check = {
  title: '密钥文件',
  async run({ dataDir }) {
    const file = statSync(join(dataDir, 'secrets.json'), { throwIfNoEntry: false });
    if (!file) return warn('尚未生成，首次启动时生成');
    const mode = file.mode & 0o777;
    return mode === 0o600 ? ok('权限 600') : fail(`权限 ${mode.toString(8)}，他人可读；请执行 chmod 600`);
  },
};

export const machineChecks: readonly Check[] = [nodeVersion, packages, disk, launcher, secrets];

function nearestFolder(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) ? path : nearestFolder(dirname(path));
}
