import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { StandardSchemaSerializerInterceptor } from '@nestjs/common';
import { ActsModule } from './acts/acts.module.ts';
import { CommitmentsModule } from './commitments/commitments.module.ts';
import { CalendarModule } from './calendar/calendar.module.ts';
import { DispatchesModule } from './dispatches/dispatches.module.ts';
import { DraftsModule } from './drafts/drafts.module.ts';
import { RulesModule } from './rules/rules.module.ts';
import { CasesModule } from './cases.module.ts';
import { ChannelsModule } from './channels.module.ts';
import { AccessGuard } from './access/access.guard.ts';
import { FilesModule } from './files/files.module.ts';
import { FontsModule } from './fonts/fonts.module.ts';
import { HealthModule } from './health/health.module.ts';
import { IdentityModule } from './identity.module.ts';
import { OnceModule } from './once/once.module.ts';
import { OnceInterceptor } from './once/once.interceptor.ts';
import { PaperChecksModule } from './paper-checks/paper-checks.module.ts';
import { PairListsModule } from './pair-lists/pair-lists.module.ts';
import { RehearsalsModule } from './rehearsals/rehearsals.module.ts';
import { PartsModule } from './parts.module.ts';
import type { Parts } from './parts.module.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { WordingModule } from './wording/wording.module.ts';
import { WorkloadModule } from './workload/workload.module.ts';

/** One line per area. */
const areas = [
  HealthModule,
  IdentityModule,
  ActsModule,
  CasesModule,
  FilesModule,
  FontsModule,
  PairListsModule,
  PaperChecksModule,
  ChannelsModule,
  RehearsalsModule,
  CommitmentsModule,
  DispatchesModule,
  CalendarModule,
  RulesModule,
  WordingModule,
  DraftsModule,
  WorkloadModule,
];

@Module({
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
    // Outside the other one: it keeps the answer as it was sent.
    { provide: APP_INTERCEPTOR, useClass: OnceInterceptor },
    { provide: APP_INTERCEPTOR, useClass: StandardSchemaSerializerInterceptor },
  ],
})
export class AppModule {
  static with(parts: Parts): DynamicModule {
    return { module: AppModule, imports: [PartsModule.with(parts), OnceModule, ...areas] };
  }
}
