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
import {
  calendarDayBody,
  calendarDrafts,
  calendarDraftView,
  calendarMoves,
  calendarMovesQuery,
  calendarRead,
  calendarSource,
  calendarStep,
} from '#contracts/calendar';
import type {
  CalendarDayBody,
  CalendarDrafts,
  CalendarDraftView,
  CalendarMoves,
  CalendarRead,
  CalendarSource,
  CalendarStep,
} from '#contracts/calendar';
import { created, idParam } from '#contracts/page';
import type { Created, PageQuery } from '#contracts/page';
import * as drafts from '#db/commands/calendar-drafts';
import { EntityManager } from '#db/orm';
import { calendarDraft, calendarDrafts as listOfDrafts } from '#db/queries/calendar/drafts';
import { calendarMoves as movesOfDraft } from '#db/queries/calendar/preview';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import type { Files } from '#api/files/files';
import { CLOCK, FILES } from '#api/parts.module';
import { givenYear } from './given-year.ts';

@ApiTags('工作日历')
@Controller('calendar/drafts')
@May('system-admin')
export class CalendarDraftsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Get()
  @May('system-admin', 'security-admin')
  @ApiOperation({ operationId: 'calendarDrafts', summary: '报送的工作日历，以及我的草稿' })
  @ApiOkResponse({ standardSchema: calendarDrafts })
  @SerializeOptions({ schema: calendarDrafts })
  list(@Current() { personId }: Signed): Promise<CalendarDrafts> {
    return listOfDrafts(this.em, personId);
  }

  @Post()
  @ApiOperation({ operationId: 'openCalendarDraft', summary: '录入一个年度：通知文字、表格，或者逐日' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async open(
    @Current() by: Signed,
    @Body({ schema: calendarSource }) body: CalendarSource,
  ): Promise<Created> {
    const given = await givenYear(this.em, this.files.store, by.actor, body);
    return { id: await drafts.openDraft(this.em, this.clock, by, given) };
  }

  @Get(':id')
  @May('system-admin', 'security-admin')
  @ApiOperation({ operationId: 'calendarDraft', summary: '一份工作日历草稿：读到的、没读到的、要核对的' })
  @ApiOkResponse({ standardSchema: calendarDraftView })
  @SerializeOptions({ schema: calendarDraftView })
  get(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
  ): Promise<CalendarDraftView> {
    return calendarDraft(this.em, this.clock, actor, id);
  }

  @Get(':id/moves')
  @May('system-admin', 'security-admin')
  @ApiOperation({ operationId: 'calendarMoves', summary: '发布后哪些在办期限变动；此时什么也没有发生' })
  @ApiOkResponse({ standardSchema: calendarMoves })
  @SerializeOptions({ schema: calendarMoves })
  async moves(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: calendarMovesQuery }) page: PageQuery,
  ): Promise<CalendarMoves> {
    await calendarDraft(this.em, this.clock, actor, id);
    return movesOfDraft(this.em, id, page);
  }

  @Post(':id/read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'readCalendarDraft', summary: '重新录入整个年度' })
  @ApiNoContentResponse()
  async read(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: calendarRead }) { version, ...source }: CalendarRead,
  ): Promise<void> {
    const given = await givenYear(this.em, this.files.store, by.actor, source);
    await drafts.replaceDraft(this.em, this.clock, by, { id, version }, given);
  }

  @Post(':id/days')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setCalendarDay', summary: '改动草稿中的一天' })
  @ApiNoContentResponse()
  setDay(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: calendarDayBody }) body: CalendarDayBody,
  ): Promise<void> {
    return drafts.setDay(this.em, this.clock, by, id, body);
  }

  @Post(':id/hand-in')
  @HttpCode(204)
  @ApiOperation({ operationId: 'handInCalendar', summary: '报请另一人批准' })
  @ApiNoContentResponse()
  handIn(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: calendarStep }) { version }: CalendarStep,
  ): Promise<void> {
    return drafts.handIn(this.em, this.clock, by, id, version);
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @ApiOperation({ operationId: 'withdrawCalendar', summary: '报送人撤回' })
  @ApiNoContentResponse()
  withdraw(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: calendarStep }) { version }: CalendarStep,
  ): Promise<void> {
    return drafts.withdrawDraft(this.em, this.clock, by, id, version);
  }
}
