import { Module } from '@nestjs/common';
import { RehearsalsController } from './rehearsals.controller.ts';
import { Rehearsals } from './rehearsals.ts';

@Module({ controllers: [RehearsalsController], providers: [Rehearsals] })
export class RehearsalsModule {}
