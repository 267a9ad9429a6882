import { defineEnvVars } from '@sveltejs/kit/env';

/** What the pages read from the environment; `server.ts` reads the rest. All of it stays on the server. */
export const variables = defineEnvVars({
  API_URL: {
    description: 'Where the web server finds the API',
    schema: (value) => (value || 'http://127.0.0.1:4300').replace(/\/$/, ''),
  },
  DEMO: {
    description: 'Demo accounts are shown on the sign-in page',
    schema: (value) => value === '1' || value === 'true',
  },
});
