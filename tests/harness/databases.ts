import { randomBytes } from 'node:crypto';
import { migrate } from '#db/migrate';
import { openOrm } from '#db/orm';
import { fromSetup } from './environment.ts';

const template = 'duxing_template';

/** A migrated database of its own, copied from a template in about 50 ms. */
export async function freshDatabase(): Promise<string> {
  const server = fromSetup('TEST_DATABASE_URL');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await execute(server, `CREATE DATABASE ${name} TEMPLATE ${template}`);
  return named(server, name);
}

export async function prepareTemplate(server: string): Promise<void> {
  await execute(server, `CREATE DATABASE ${template}`);
  await migrate(named(server, template));
}

async function execute(server: string, statement: string): Promise<void> {
  const orm = await openOrm(server, { poolSize: 1 });
  try {
    await orm.em.getConnection().execute(statement);
  } finally {
    await orm.close(true);
  }
}

function named(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
