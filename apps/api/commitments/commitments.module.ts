import { Module } from '@nestjs/common';
import { ActsModule } from '#api/acts/acts.module';
import { OnSiteChecksController } from '#api/on-site-checks/on-site-checks.controller';
import { CommitmentsController } from './commitments.controller.ts';
import { LedgerExportController } from './ledger-export.controller.ts';
import { Opening } from './opening.ts';

@Module({
  imports: [ActsModule],
  controllers: [CommitmentsController, LedgerExportController, OnSiteChecksController],
  providers: [Opening],
  exports: [Opening],
})
export class CommitmentsModule {}
