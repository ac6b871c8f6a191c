import { Module } from '@nestjs/common';
import { CasesController } from './cases/cases.controller.ts';
import { DeskController } from './desk/desk.controller.ts';

@Module({ controllers: [DeskController, CasesController] })
export class CasesModule {}
