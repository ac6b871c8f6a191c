import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { test } from '@jest/globals';

test('the committed client is what the API’s document generates', async () => {
  const script = ['--import', './scripts/typescript.mjs', 'scripts/generate-client.mjs', '--check'];
  await promisify(execFile)(process.execPath, script);
});
