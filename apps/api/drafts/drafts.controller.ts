import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Logger,
  Param,
  Post,
  Query,
  SerializeOptions,
} from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { draftPublished, draftReturn, drafts, draftsQuery, draftStep } from '#contracts/draft';
import type { DraftPublished, DraftReturn, Drafts, DraftsQuery, DraftStep } from '#contracts/draft';
import { idParam } from '#contracts/page';
import { handInDraft, withdrawDraft } from '#db/commands/drafts/acts';
import { approveDraft, returnDraft } from '#db/commands/drafts/decisions';
import { EntityManager } from '#db/orm';
import { draftList } from '#db/queries/drafts/list';
import { draftRoles } from '#domain/draft-sorts';
import { broadcastBook } from '#runner/broadcast-book';
import type { RunnerClient } from '#runner/runner-client';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { WordingChecks } from '#api/wording/wording-checks';
import { whenItStands } from '#api/once/when-it-stands';
import { CLOCK, RUNNER } from '#api/parts.module';

const logger = new Logger('drafts');

/**
 * The same for drafts of every sort; each sort proposes, shows and previews by endpoints of its own. Which sort is whose,
 * and that nobody decides his own, is asked behind it (#domain/draft).
 */
@ApiTags('报批')
@Controller('drafts')
@May(...(draftRoles as [Who, ...Who[]]))
export class DraftsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUNNER) private readonly runner: RunnerClient,
    private readonly checks: WordingChecks,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'drafts', summary: '报送中的变动，以及我的草稿' })
  @ApiOkResponse({ standardSchema: drafts })
  @SerializeOptions({ schema: drafts })
  list(@Current() { actor }: Signed, @Query({ schema: draftsQuery }) query: DraftsQuery): Promise<Drafts> {
    return draftList(this.em, actor, query);
  }

  @Post(':id/hand-in')
  @HttpCode(204)
  @ApiOperation({ operationId: 'handInDraft', summary: '报请另一人批准' })
  @ApiNoContentResponse()
  handIn(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: draftStep }) { version }: DraftStep,
  ): Promise<void> {
    return handInDraft(this.em, this.clock, by, { id, version }, this.checks.faultsOf);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawDraft', summary: '报送人撤回' })
  @ApiNoContentResponse()
  withdraw(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: draftStep }) { version }: DraftStep,
  ): Promise<void> {
    return withdrawDraft(this.em, this.clock, by, id, version);
  }

  @Post(':id/approve')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveDraft', summary: '另一人批准并发布；在办事项随后逐件采用' })
  @ApiOkResponse({ standardSchema: draftPublished })
  @SerializeOptions({ schema: draftPublished })
  async approve(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: draftStep }) { version }: DraftStep,
  ): Promise<DraftPublished> {
    // What fitted when it was kept need not fit the templates of a later release.
    const { faultsOf } = this.checks;
    const approved = await approveDraft(this.em, this.clock, by, { id, version }, faultsOf);
    const { book, ...published } = approved;
    if (book !== undefined) await whenItStands(() => this.tell(book));
    return published;
  }

  @Post(':id/return')
  @HttpCode(204)
  @ApiOperation({ operationId: 'returnDraft', summary: '退回，写明理由' })
  @ApiNoContentResponse()
  return(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: draftReturn }) body: DraftReturn,
  ): Promise<void> {
    return returnDraft(this.em, this.clock, by, id, body);
  }

  /** Not waited for: it stands, and where Temporal is away the worker's upkeep tells the cases. */
  private tell(book: string): void {
    broadcastBook(this.runner, book).catch((error: unknown) =>
      logger.warn(`broadcast of ${book} not started: ${String(error)}`),
    );
  }
}
