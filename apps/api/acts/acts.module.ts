import { Module } from '@nestjs/common';
import { ActsController } from './acts.controller.ts';
import { BulkActsController } from './bulk-acts.controller.ts';
import { BulkActs } from './bulk-acts.ts';
import { HandIn } from './hand-in.ts';
import { Proving } from './proving.ts';
import { TypesettingModule } from '#api/notices/typesetting.module';
import { RunnerHealth } from './runner-health.ts';

@Module({
  imports: [TypesettingModule],
  controllers: [ActsController, BulkActsController],
  providers: [HandIn, Proving, BulkActs, RunnerHealth],
  exports: [HandIn],
})
export class ActsModule {}
