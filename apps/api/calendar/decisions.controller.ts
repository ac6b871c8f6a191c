import { Body, Controller, HttpCode, Inject, Logger, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { calendarPublished, calendarReturn, calendarStep } from '#contracts/calendar';
import type { CalendarPublished, CalendarReturn, CalendarStep } from '#contracts/calendar';
import { idParam } from '#contracts/page';
import { publishDraft, returnDraft } from '#db/commands/calendar-decisions';
import { EntityManager } from '#db/orm';
import { versionLabel } from '#domain/holidays/calendar-year';
import { broadcastBook } from '#runner/broadcast-book';
import type { RunnerClient } from '#runner/runner-client';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { whenItStands } from '#api/once/when-it-stands';
import { CLOCK, RUNNER } from '#api/parts.module';

const logger = new Logger('calendar');

/** Of the second person: never he who proposed it. */
@ApiTags('工作日历')
@Controller('calendar/drafts/:id')
@May('system-admin', 'security-admin')
export class CalendarDecisionsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RUNNER) private readonly runner: RunnerClient,
  ) {}

  @Post('approve')
  @HttpCode(200)
  @ApiOperation({ operationId: 'approveCalendar', summary: '批准并发布；在办事项随后逐件重新计算期限' })
  @ApiOkResponse({ standardSchema: calendarPublished })
  @SerializeOptions({ schema: calendarPublished })
  async approve(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: calendarStep }) step: CalendarStep,
  ): Promise<CalendarPublished> {
    const { book, calendar } = await publishDraft(this.em, this.clock, by, id, step.version);
    // Not waited for: it stands, and where Temporal is away the worker's upkeep tells the cases.
    await whenItStands(() => {
      broadcastBook(this.runner, book).catch((error: unknown) =>
        logger.warn(`broadcast of ${book} not started: ${String(error)}`),
      );
    });
    return { version: calendar, label: versionLabel(calendar) };
  }

  @Post('return')
  @HttpCode(204)
  @ApiOperation({ operationId: 'returnCalendar', summary: '退回，写明理由' })
  @ApiNoContentResponse()
  return(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: calendarReturn }) body: CalendarReturn,
  ): Promise<void> {
    return returnDraft(this.em, this.clock, by, id, body);
  }
}
