// Jest loads this file with plain Node, which needs the hooks for the TypeScript behind it.
import '../../scripts/typescript.mjs';

export default async function setup() {
  const { startServers } = await import('./servers.ts');
  globalThis.stopServers = await startServers();
}
