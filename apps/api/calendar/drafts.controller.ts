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
  calendarDraftView,
  calendarMoves,
  calendarMovesQuery,
  calendarRead,
  calendarSource,
} from '#contracts/calendar';
import type {
  CalendarDayBody,
  CalendarDraftView,
  CalendarMoves,
  CalendarRead,
  CalendarSource,
} from '#contracts/calendar';
import { created, idParam } from '#contracts/page';
import type { Created, PageQuery } from '#contracts/page';
import { proposeYear, replaceYear, setDay } from '#db/commands/drafts/calendar';
import { EntityManager } from '#db/orm';
import { calendarDraft } from '#db/queries/calendar/draft';
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

  @Post()
  @ApiOperation({ operationId: 'openCalendarDraft', summary: '录入一个年度：通知文字、表格，或者逐日' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async open(
    @Current() by: Signed,
    @Body({ schema: calendarSource }) body: CalendarSource,
  ): Promise<Created> {
    const given = await givenYear(this.em, this.files.store, by.actor, body);
    return { id: await proposeYear(this.em, this.clock, by, given) };
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
  moves(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: calendarMovesQuery }) page: PageQuery,
  ): Promise<CalendarMoves> {
    return movesOfDraft(this.em, actor, id, page);
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
    await replaceYear(this.em, this.clock, by, { id, version }, given);
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
    return setDay(this.em, this.clock, by, id, body);
  }
}
