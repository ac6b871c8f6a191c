import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.ts';
import { CalendarDraftsController } from './drafts.controller.ts';

@Module({ controllers: [CalendarController, CalendarDraftsController] })
export class CalendarModule {}
