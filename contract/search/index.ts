import { vacancySettings } from './vacancies.ts';
import { workerSettings } from './workers.ts';

/** The two indexes and their settings. Every document carries `id` and `version`. */
export const searchIndexes = {
  vacancies: { uid: 'vacancies', settings: vacancySettings },
  workers: { uid: 'workers', settings: workerSettings },
} as const;

export type SearchIndex = keyof typeof searchIndexes;
export const searchIndexNames = Object.keys(searchIndexes) as SearchIndex[];
