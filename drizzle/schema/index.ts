export * from './accounts.ts';
export * from './events.ts';
export * from './households.ts';
export * from './imports.ts';
export * from './policy.ts';
export * from './regions.ts';
export * from './runs.ts';
export * from './work.ts';
