import { Module } from '@nestjs/common';
import { BoardController } from './campaigns/board.controller.ts';
import { CasePapersController } from './case-papers/case-papers.controller.ts';
import { CasePapers } from './case-papers/case-papers.ts';
import { CasesController } from './cases/cases.controller.ts';
import { RegisterExportController } from './cases/register-export.controller.ts';
import { DeskController } from './desk/desk.controller.ts';
import { DraftReader } from './notices/draft-reader.ts';
import { DraftsController } from './notices/drafts.controller.ts';
import { NoticeReader } from './notices/notice-reader.ts';
import { CaseNoticesController } from './notices/case-notices.controller.ts';
import { NoticesController } from './notices/notices.controller.ts';
import { TypesettingModule } from './notices/typesetting.module.ts';
import { RecordsController } from './records/records.controller.ts';
import { SavedViewsController } from './saved-views/saved-views.controller.ts';

@Module({
  imports: [TypesettingModule],
  controllers: [
    ...[DeskController, CasesController, RegisterExportController, BoardController],
    ...[RecordsController, NoticesController, CaseNoticesController, DraftsController, SavedViewsController],
    CasePapersController,
  ],
  providers: [NoticeReader, DraftReader, CasePapers],
  exports: [DraftReader],
})
export class CasesModule {}
