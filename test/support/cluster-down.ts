const shared = globalThis as { timServers?: (() => Promise<void>)[] };

/** After all tests of a cluster. */
export default async function down(): Promise<void> {
  for (const close of shared.timServers ?? []) await close();
}
