import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { childEnvironment } from '#config/config';
import { OperatorError } from '../operator-error.ts';
import type { Part } from './part.ts';

/** Commands are always started in the root of the checkout. */
export const root = resolve(import.meta.dirname, '../../..');

const preload = (file: string) => ['--import', join(root, file)];

/** What makes this Node run a TypeScript file. */
export function nodeCommand(file: string, ...args: string[]): string[] {
  return [process.execPath, ...preload('scripts/typescript.mjs'), join(root, file), ...args];
}

export function nodePart(
  name: string,
  file: string,
  environment: Record<string, string>,
  ready: Part['ready'],
): Part {
  if (!existsSync(join(root, file))) throw new OperatorError(`缺少 ${file}。`, `${file} is missing.`);
  const preloads = [...preload('scripts/typescript.mjs'), ...preload('apps/cli/start/ends-with-parent.ts')];
  return {
    name,
    command: [process.execPath, ...preloads, join(root, file)],
    recognisedBy: join(root, file),
    environment: childEnvironment(environment),
    stopSignal: 'SIGTERM',
    ready,
    readyWithinMs: 90_000,
    endsWithParent: true,
    shown: 'warnings',
  };
}
