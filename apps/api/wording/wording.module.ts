import { Module } from '@nestjs/common';
import { CasesModule } from '#api/cases.module';
import { WordingDraftsController } from './drafts.controller.ts';
import { WordingChecks } from './wording-checks.ts';
import { WordingController } from './wording.controller.ts';
import { WordingDesk } from './wording-desk.ts';

@Module({
  imports: [CasesModule],
  controllers: [WordingController, WordingDraftsController],
  providers: [WordingChecks, WordingDesk],
})
export class WordingModule {}
