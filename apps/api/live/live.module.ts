import { Module } from '@nestjs/common';
import { Live } from './live.ts';
import { LiveController } from './live.controller.ts';

@Module({ controllers: [LiveController], providers: [Live] })
export class LiveModule {}
