import { Module } from '@nestjs/common';
import { ActsController } from './acts.controller.ts';
import { HandIn } from './hand-in.ts';
import { RunnerHealth } from './runner-health.ts';

@Module({ controllers: [ActsController], providers: [HandIn, RunnerHealth], exports: [HandIn] })
export class ActsModule {}
