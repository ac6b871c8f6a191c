import { Module } from '@nestjs/common';
import { TypesettingModule } from '#api/notices/typesetting.module';
import { WordingDraftsController } from './drafts.controller.ts';
import { WordingChecks } from './wording-checks.ts';
import { WordingController } from './wording.controller.ts';
import { WordingDesk } from './wording-desk.ts';

@Module({
  imports: [TypesettingModule],
  controllers: [WordingController, WordingDraftsController],
  providers: [WordingChecks, WordingDesk],
  exports: [WordingChecks],
})
export class WordingModule {}
