import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [
    paraglideVitePlugin({
      project: './project.inlang',
      outdir: './src/lib/paraglide',
      strategy: ['cookie', 'baseLocale'],
      cookieName: 'leye-language',
      isServer: 'import.meta.env.SSR',
      emitPrettierIgnore: false,
      emitReadme: false,
    }),
    sveltekit({
      adapter: adapter({ precompress: true }),
      alias: { $contract: '../contract' },
      // Inline styles and scripts get a nonce of their own; nothing else may run or be framed.
      csp: {
        mode: 'nonce',
        directives: {
          'default-src': ['none'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'worker-src': ['self'],
          'form-action': ['self'],
          'base-uri': ['none'],
          'frame-ancestors': ['none'],
        },
      },
      version: { pollInterval: 0 },
      // The route table stays on the server: it is heavy, and nobody's business.
      router: { resolution: 'server' },
    }),
  ],
  server: { fs: { allow: ['..'] } },
});
