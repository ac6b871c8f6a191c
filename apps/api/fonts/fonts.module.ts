import { Module } from '@nestjs/common';
import { TypesettingModule } from '#api/notices/typesetting.module';
import { FontChecks } from './font-checks.ts';
import { FontsController } from './fonts.controller.ts';

@Module({ imports: [TypesettingModule], controllers: [FontsController], providers: [FontChecks] })
export class FontsModule {}
