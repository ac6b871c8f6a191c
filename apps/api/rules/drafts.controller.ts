import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { created, idParam } from '#contracts/page';
import type { Created, PageQuery } from '#contracts/page';
import { ruleChange, ruleDraftView, ruleEffect, ruleEffectQuery, ruleProposal } from '#contracts/rules';
import type { RuleChange, RuleDraftView, RuleEffect, RuleProposal } from '#contracts/rules';
import { changeRules, proposeRules } from '#db/commands/drafts/rules';
import { EntityManager } from '#db/orm';
import { ruleDraft } from '#db/queries/rules/draft';
import { ruleEffectOf } from '#db/queries/rules/effect';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

@ApiTags('规则')
@Controller('rules/drafts')
@May('system-admin')
export class RuleDraftsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ operationId: 'proposeRules', summary: '起草规则变动：同一类规则的一条或几条新规定' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async open(@Current() by: Signed, @Body({ schema: ruleProposal }) body: RuleProposal): Promise<Created> {
    return { id: await proposeRules(this.em, this.clock, by, body) };
  }

  @Get(':id')
  @May('system-admin', 'security-admin')
  @ApiOperation({ operationId: 'ruleDraft', summary: '一份规则变动：原来的规定和新的规定' })
  @ApiOkResponse({ standardSchema: ruleDraftView })
  @SerializeOptions({ schema: ruleDraftView })
  get(@Current() { actor }: Signed, @Param('id', { schema: idParam }) id: string): Promise<RuleDraftView> {
    return ruleDraft(this.em, this.clock, actor, id);
  }

  @Get(':id/effect')
  @May('system-admin', 'security-admin')
  @ApiOperation({ operationId: 'ruleEffect', summary: '发布后在办事项有什么变动；此时什么也没有发生' })
  @ApiOkResponse({ standardSchema: ruleEffect })
  @SerializeOptions({ schema: ruleEffect })
  effect(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: ruleEffectQuery }) page: PageQuery,
  ): Promise<RuleEffect> {
    return ruleEffectOf(this.em, this.clock, actor, { id, ...page });
  }

  @Post(':id/rows')
  @HttpCode(204)
  @ApiOperation({ operationId: 'changeRules', summary: '修改草稿' })
  @ApiNoContentResponse()
  change(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: ruleChange }) { version, proposal }: RuleChange,
  ): Promise<void> {
    return changeRules(this.em, this.clock, by, { id, version }, proposal);
  }
}
