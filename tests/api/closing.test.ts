import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, test } from '@jest/globals';
import { runningApi } from './running-api.ts';

test('a connection that never asked anything does not hold up the end of the API', async () => {
  const api = await runningApi();
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const silent = connect(port, '127.0.0.1');
  await once(silent, 'connect');
  const gone = once(silent, 'close');
  await api.stop();
  await gone;
  expect(silent.destroyed).toBe(true);
}, 30_000);
