import { readEnv } from '../env.ts';
import { migrate } from '../migrate.ts';

/** `npm run migrate`: brings DATABASE_URL, or the running stack, to the newest schema. */
const { applied } = await migrate(readEnv().DATABASE_URL);
console.log(`数据库已是最新。Database is up to date: ${applied} migrations.`);
