import { Module } from '@nestjs/common';
import { HandingOver } from './handing-over.ts';
import { WorkloadController } from './workload.controller.ts';

@Module({ controllers: [WorkloadController], providers: [HandingOver] })
export class WorkloadModule {}
