import { Global, Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { Vault } from '#config/vault';
import { EntityManager, MikroORM } from '#db/orm';
import type { Files } from './files/files.ts';
import type { RunnerClient } from '#runner/runner-client';

export const CLOCK = Symbol('clock');
export const DEMO = Symbol('demo');
export const FILES = Symbol('files');
export const FONT_DIR = Symbol('font dir');
/** The sender of mails; undefined while mail is not configured. */
export const MAIL_FROM = Symbol('mail from');
export const RUNNER = Symbol('runner');
export const SESSION_HOURS = Symbol('session hours');
export const VAULT = Symbol('vault');

export interface Parts {
  orm: MikroORM;
  clock: Clock;
  /** Demo data may stand in the database: never in production. */
  demo: boolean;
  sessionHours: number;
  mailFrom: string | undefined;
  runner: RunnerClient;
  files: Files;
  fontDir: string;
  vault: Vault;
}

/** What every area needs. The entity manager is a global one that stands for the request's own fork (request-context.ts). */
@Global()
@Module({})
export class PartsModule {
  static with({
    orm,
    clock,
    demo,
    sessionHours,
    mailFrom,
    runner,
    files,
    fontDir,
    vault,
  }: Parts): DynamicModule {
    const values = [
      { provide: MikroORM, useValue: orm },
      { provide: EntityManager, useValue: orm.em },
      { provide: CLOCK, useValue: clock },
      { provide: DEMO, useValue: demo },
      { provide: FILES, useValue: files },
      { provide: FONT_DIR, useValue: fontDir },
      { provide: MAIL_FROM, useValue: mailFrom },
      { provide: RUNNER, useValue: runner },
      { provide: SESSION_HOURS, useValue: sessionHours },
      { provide: VAULT, useValue: vault },
    ];
    return { module: PartsModule, providers: values, exports: values };
  }
}
