import { Module } from '@nestjs/common';
import { CasesModule } from '#api/cases.module';
import { CommitmentsModule } from '#api/commitments/commitments.module';
import { DispatchesController } from './dispatches.controller.ts';
import { TextsController } from './texts.controller.ts';

@Module({
  imports: [CasesModule, CommitmentsModule],
  controllers: [DispatchesController, TextsController],
})
export class DispatchesModule {}
