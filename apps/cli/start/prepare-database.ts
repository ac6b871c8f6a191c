import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { childEnvironment } from '#config/config';
import { OperatorError } from '../operator-error.ts';
import { nodeCommand, root } from './node-part.ts';

/** In a process of its own: the supervisor stays small and does not load the database layer. */
export async function prepareDatabase(
  databaseUrl: string,
  demo: boolean,
  say: (line: string) => void,
): Promise<void> {
  const [node = '', ...args] = nodeCommand('apps/cli/main.ts', 'migrate', ...(demo ? ['--demo'] : []));
  const environment = childEnvironment({ DATABASE_URL: databaseUrl });
  try {
    const { stdout } = await promisify(execFile)(node, args, { cwd: root, env: environment });
    if (stdout.trim()) say(stdout.trim());
  } catch (error) {
    const told = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new OperatorError(`数据库升级失败：\n${told}`, 'The database could not be prepared.', error);
  }
}
