import { Module } from '@nestjs/common';
import { RuleDecisionsController } from './decisions.controller.ts';
import { RuleDraftsController } from './drafts.controller.ts';
import { RulesController } from './rules.controller.ts';

@Module({ controllers: [RulesController, RuleDraftsController, RuleDecisionsController] })
export class RulesModule {}
