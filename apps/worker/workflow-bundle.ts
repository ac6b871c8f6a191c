import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const root = resolve(import.meta.dirname, '../..');
const sources = [
  'apps/worker/workflow-bundle.ts',
  'workflows',
  'libs/domain',
  'libs/contracts',
  'package-lock.json',
];

async function* filesOf(path: string): AsyncGenerator<string, void> {
  if (/\.[a-z]+$/.test(path)) {
    yield path;
    return;
  }
  for (const entry of (await readdir(path, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.isDirectory()) yield* filesOf(join(path, entry.name));
    else if (entry.name.endsWith('.ts')) yield join(path, entry.name);
  }
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources)
    for await (const file of filesOf(join(root, source))) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/** Bundling takes some seconds: kept under the hash of what went into it. */
export async function workflowBundle(cacheDir: string): Promise<string> {
  const file = join(cacheDir, `workflows-${await hashOfSources()}.js`);
  try {
    return await readFile(file, 'utf8');
  } catch {
    const { code } = await bundleWorkflowCode({
      workflowsPath: join(root, 'workflows/index.ts'),
      preloadModules: [join(root, 'workflows/share-domain.ts')],
      logger: new DefaultLogger('WARN'),
    });
    await mkdir(cacheDir, { recursive: true });
    await writeFile(`${file}.${process.pid}`, code);
    await rename(`${file}.${process.pid}`, file);
    return code;
  }
}
