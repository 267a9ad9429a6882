import { newSecrets } from './secrets.ts';

/** `npm run --silent keys > .env`: fresh keys in the words of env.ts, for compose.yaml. */
const { databasePassword, meiliMasterKey, jwtKeys, fieldKeys, blindIndexKey } = newSecrets();
console.log(`DATABASE_PASSWORD=${databasePassword}
MEILI_MASTER_KEY=${meiliMasterKey}
JWT_KEYS=${jwtKeys}
FIELD_KEYS=${fieldKeys}
BLIND_INDEX_KEY=${blindIndexKey}`);
