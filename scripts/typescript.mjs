/**
 * `node --import ./scripts/typescript.mjs FILE.ts`: Node loads TypeScript with decorators, compiled by swc and cached.
 * Measured on two cores with Nest, MikroORM and Temporal's client: 0.6 s, against 2.8 s under @swc-node/register,
 * whose asynchronous resolver also walks through every package.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, 'node_modules', '.cache', 'duxing');
const require = createRequire(import.meta.url);
const options = readFileSync(join(root, '.swcrc'), 'utf8');
const swcVersion = JSON.parse(
  readFileSync(join(root, 'node_modules/@swc/core/package.json'), 'utf8'),
).version;

mkdirSync(join(cache, 'ts'), { recursive: true });
module.enableCompileCache(join(cache, 'v8'));
module.setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
module.registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !/\.tsx?$/.test(url.split('?')[0]) || url.includes('/node_modules/')) {
      return nextLoad(url, context);
    }
    return { format: 'module', source: compiled(fileURLToPath(url.split('?')[0])), shortCircuit: true };
  },
});

function compiled(file) {
  const source = readFileSync(file, 'utf8');
  const key = createHash('sha1').update(`${swcVersion}\0${options}\0${file}\0${source}`).digest('hex');
  const cached = join(cache, 'ts', `${key}.js`);
  try {
    return readFileSync(cached, 'utf8');
  } catch {
    const { code } = require('@swc/core').transformSync(source, { filename: file, cwd: root });
    // Two processes may compile the same file at once: only whole files get the final name.
    const partial = `${cached}.${process.pid}`;
    writeFileSync(partial, code);
    renameSync(partial, cached);
    return code;
  }
}
