/** Leaves nothing of whoever stood here in the storage of the browser; the server ends the session and cookies. */
export async function wipeStorage(): Promise<void> {
  localStorage.clear();
  sessionStorage.clear();
  const names = await caches.keys().catch(() => []);
  await Promise.all(names.map((name) => caches.delete(name)));
  const databases = await indexedDB.databases().catch(() => []);
  for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
}
