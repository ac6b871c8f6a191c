import { recorded } from '#cli/start/running';
import { isOurs, signal } from '#cli/start/process-table';
import { health } from '#cli/start/health';
import { openOrm, type MikroORM } from '#db/orm';
import { startSystem, type System } from '#tests/harness/system';
import type { PartName } from './schedule.ts';

const commandOf: Record<PartName, string> = {
  worker: 'apps/worker/main.ts',
  api: 'apps/api/main.ts',
  temporal: 'temporal.db',
  postgres: '/postgres',
};

/** The whole product on a data folder that outlives its supervisor. */
export class Desk {
  readonly #killed = new Map<PartName, number>();
  readonly #startedAt = performance.now();
  /** What happened, second by second: told when the test fails. */
  readonly story: string[] = [];

  private constructor(
    private readonly first: System,
    private system: System,
    public orm: MikroORM,
  ) {}

  static async open(): Promise<Desk> {
    const system = await startSystem();
    return new Desk(system, system, await ormOf(system));
  }

  get address(): string {
    return this.system.address;
  }

  get dataDir(): string {
    return this.system.dataDir;
  }

  get output(): string {
    return this.system.output();
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.orm.em.fork().execute<T[]>(sql, values);
  }

  async isWell(): Promise<boolean> {
    return (await health(this.address))?.ok ?? false;
  }

  /** The process of this part that nobody has killed yet; undefined while there is none. */
  alive(part: PartName): number | undefined {
    const found = recorded(this.dataDir)?.processes.find(({ command }) => command.includes(commandOf[part]));
    return found && found.pid !== this.#killed.get(part) && isOurs(found.pid, found.command)
      ? found.pid
      : undefined;
  }

  tell(line: string): void {
    this.story.push(`${((performance.now() - this.#startedAt) / 1000).toFixed(1)} s: ${line}`);
  }

  kill(part: PartName, pid: number): void {
    this.tell(`${part} killed`);
    this.#killed.set(part, pid);
    process.kill(pid, 'SIGKILL');
  }

  /** The supervisor is killed, alone or with all its parts, and the product is started again. */
  async cut(what: 'supervisor' | 'everything'): Promise<void> {
    this.tell(`${what} killed`);
    const processes = what === 'everything' ? (recorded(this.dataDir)?.processes ?? []) : [];
    this.system.signal('SIGKILL');
    for (const { pid, command } of processes) if (isOurs(pid, command)) signal(pid, 'SIGKILL');
    await this.system.ended;
    await this.orm.close(true);
    const port = Number(new URL(this.address).port);
    this.system = await startSystem({ dataDir: this.dataDir, port });
    this.orm = await ormOf(this.system);
    this.tell('started again');
  }

  async close(): Promise<void> {
    await this.orm.close(true);
    await this.system.stop();
    // The one that made the data folder removes it.
    await this.first.stop();
  }
}

const ormOf = (system: System) => openOrm(recorded(system.dataDir)?.databaseUrl ?? '', { poolSize: 2 });
