import { childEnvironment } from '#config/config';
import { OperatorError } from '../operator-error.ts';
import { nodeCommand, root } from './node-part.ts';
import { runTool, toldBy } from './setup.ts';
import type { Setup } from './setup.ts';

/** In a process of its own: the supervisor stays small and does not load the database layer. */
export async function prepareDatabase(databaseUrl: string, demo: boolean, setup: Setup): Promise<void> {
  const command = nodeCommand('apps/cli/main.ts', 'migrate', ...(demo ? ['--demo'] : []));
  const environment = childEnvironment({ DATABASE_URL: databaseUrl });
  try {
    const told = await runTool(setup, command, { cwd: root, env: environment });
    if (told.trim()) setup.say(told.trim());
  } catch (error) {
    throw new OperatorError(
      `数据库升级失败：\n${toldBy(error)}`,
      'The database could not be prepared.',
      error,
    );
  }
}
