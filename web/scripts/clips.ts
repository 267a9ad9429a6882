import { existsSync, readFileSync } from 'node:fs';
import { spokenTexts } from '../src/lib/speech/texts.ts';

/**
 * `npm run clips --workspace web`: lists the fixed texts that nobody has recorded yet, one a line:
 * the file it belongs to, and what to say.
 */

const web = new URL('..', import.meta.url);
const messages: Record<string, string> = JSON.parse(readFileSync(new URL('messages/zh.json', web), 'utf8'));
const path = (id: string) => `src/lib/speech/clips/zh/${id}.mp3`;

const missing = spokenTexts.filter((id) => !existsSync(new URL(path(id), web)));
for (const id of missing) console.log(`${path(id)}\t${messages[id]}`);
console.log(`${missing.length} of ${spokenTexts.length} clips are missing`);
