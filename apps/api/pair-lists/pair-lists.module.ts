import { Module } from '@nestjs/common';
import { ActsModule } from '#api/acts/acts.module';
import { LaunchFormController } from './launch-form.controller.ts';
import { Launching } from './launching.ts';
import { PairListsController } from './pair-lists.controller.ts';

@Module({
  imports: [ActsModule],
  controllers: [LaunchFormController, PairListsController],
  providers: [Launching],
})
export class PairListsModule {}
