import { paraglideVitePlugin } from '@inlang/paraglide-js';
import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { paraglide } from './paraglide.config.ts';

export default defineConfig({
  plugins: [
    paraglideVitePlugin(paraglide),
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
          // The one style attribute of SvelteKit itself: it hides the line that tells screen readers of a new page.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
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
      // Styles that come with a click are asked for from another depth than the page's own.
      paths: { relative: false },
      // The route table stays on the server: it is heavy, and nobody's business.
      router: { resolution: 'server' },
    }),
  ],
  server: { fs: { allow: ['..'] } },
});
