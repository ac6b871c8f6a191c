import { Module } from '@nestjs/common';
import { PaperChecksController } from './paper-checks.controller.ts';

@Module({ controllers: [PaperChecksController] })
export class PaperChecksModule {}
