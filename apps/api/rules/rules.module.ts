import { Module } from '@nestjs/common';
import { RuleDraftsController } from './drafts.controller.ts';
import { RulesController } from './rules.controller.ts';

@Module({ controllers: [RulesController, RuleDraftsController] })
export class RulesModule {}
