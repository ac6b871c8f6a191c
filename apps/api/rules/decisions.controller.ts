import { Body, Controller, HttpCode, Inject, Logger, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { idParam } from '#contracts/page';
import { ruleReturn, rulesPublished, ruleStep } from '#contracts/rules';
import type { RuleReturn, RulesPublished, RuleStep } from '#contracts/rules';
import { publishRules, returnRules } from '#db/commands/rule-decisions';
import { EntityManager } from '#db/orm';
import { broadcastBook } from '#runner/broadcast-book';
import type { RunnerClient } from '#runner/runner-client';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { whenItStands } from '#api/once/when-it-stands';
import { CLOCK, RUNNER } from '#api/parts.module';

const logger = new Logger('rules');

/** Of the second person: never he who proposed it, nor a deputy. */
@ApiTags('规则')
@Controller('rules/drafts/:id')
@May('system-admin', 'security-admin')
export class RuleDecisionsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUNNER) private readonly runner: RunnerClient,
  ) {}

  @Post('approve')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveRules', summary: '批准并发布；在办事项随后逐件采用' })
  @ApiOkResponse({ standardSchema: rulesPublished })
  @SerializeOptions({ schema: rulesPublished })
  async approve(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: ruleStep }) step: RuleStep,
  ): Promise<RulesPublished> {
    const { book, revision } = await publishRules(this.em, this.clock, by, id, step.version);
    // Not waited for: it stands, and where Temporal is away the worker's upkeep tells the cases.
    await whenItStands(() => {
      broadcastBook(this.runner, book).catch((error: unknown) =>
        logger.warn(`broadcast of ${book} not started: ${String(error)}`),
      );
    });
    return { revision };
  }

  @Post('return')
  @HttpCode(204)
  @ApiOperation({ operationId: 'returnRules', summary: '退回，写明理由' })
  @ApiNoContentResponse()
  return(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: ruleReturn }) body: RuleReturn,
  ): Promise<void> {
    return returnRules(this.em, this.clock, by, id, body);
  }
}
