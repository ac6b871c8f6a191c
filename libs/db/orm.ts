import { MikroORM } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { entities } from './entities.ts';
import { giveBackLost } from './lost-connections.ts';
import { migrations } from './migrations/list.ts';

export {
  CursorError,
  EntityManager,
  MikroORM,
  OptimisticLockError,
  RequestContext,
  UniqueConstraintViolationException,
} from '@mikro-orm/postgresql';

export interface OrmOptions {
  /** Connections at most; one process of the API or the worker does well with ten. */
  poolSize?: number;
}

/**
 * Sessions run in UTC so that instants come back as they went in (columns.ts). PostgreSQL's default cost of a random
 * page is that of a turning disk: with it, long lists are read whole rather than by their indexes. Many short questions
 * at once gain nothing from helpers for one.
 */
export function openOrm(databaseUrl: string, options: OrmOptions = {}): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: databaseUrl,
    entities: [...entities],
    extensions: [Migrator],
    driverOptions: {
      options:
        '-c timezone=UTC -c datestyle=ISO -c random_page_cost=1.1 -c max_parallel_workers_per_gather=0',
      onPoolCreated: giveBackLost,
    },
    pool: { min: 0, max: options.poolSize ?? 10 },
    migrations: { migrationsList: migrations, tableName: 'migration', snapshot: false, silent: true },
    forceUndefined: false,
    ignoreUndefinedInQuery: true,
  });
}
