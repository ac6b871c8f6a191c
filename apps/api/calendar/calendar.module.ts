import { Module } from '@nestjs/common';
import { CalendarController } from './calendar.controller.ts';
import { CalendarDecisionsController } from './decisions.controller.ts';
import { CalendarDraftsController } from './drafts.controller.ts';

@Module({ controllers: [CalendarController, CalendarDraftsController, CalendarDecisionsController] })
export class CalendarModule {}
