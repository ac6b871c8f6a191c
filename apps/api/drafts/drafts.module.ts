import { Module } from '@nestjs/common';
import { WordingModule } from '#api/wording/wording.module';
import { DraftsController } from './drafts.controller.ts';

@Module({ imports: [WordingModule], controllers: [DraftsController] })
export class DraftsModule {}
