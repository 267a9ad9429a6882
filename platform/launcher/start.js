// Plain JavaScript, so that an old Node says what is wrong instead of stumbling over TypeScript.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `✗ 需要 Node.js 24 或更新版本，当前为 ${process.version}。Node.js 24 or newer is needed.\n` +
      '  Linux 上 `npm ci` 会自带；其他系统请从 https://nodejs.org 安装。\n' +
      '  On Linux `npm ci` brings it along; elsewhere install it from https://nodejs.org.',
  );
  process.exit(1);
}
await import('./main.ts');
