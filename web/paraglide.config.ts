import type { CompilerOptions } from '@inlang/paraglide-js';

/** How messages/*.json become typed functions; for Vite and for checks without a build. */
export const paraglide = {
  project: './project.inlang',
  outdir: './src/lib/paraglide',
  strategy: ['cookie', 'baseLocale'],
  cookieName: 'leye-language',
  isServer: 'import.meta.env.SSR',
  emitPrettierIgnore: false,
  emitReadme: false,
} satisfies CompilerOptions;
