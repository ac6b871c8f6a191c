import { Controller, Get, Inject, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { calendarVersions, calendarYearQuery, calendarYearView } from '#contracts/calendar';
import type { CalendarVersions, CalendarYearQuery, CalendarYearView } from '#contracts/calendar';
import { EntityManager } from '#db/orm';
import { calendarYear, versionsOfCalendar } from '#db/queries/calendar/year';
import { bureauRoles } from '#domain/role';
import { May } from '#api/access/may';
import type { Who } from '#api/access/may';
import { CLOCK } from '#api/parts.module';

const readers = [...bureauRoles, 'system-admin', 'security-admin'] as unknown as [Who, ...Who[]];

@ApiTags('工作日历')
@Controller('calendar')
@May(...readers)
export class CalendarController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'calendarYear', summary: '一个年度的工作日历' })
  @ApiOkResponse({ standardSchema: calendarYearView })
  @SerializeOptions({ schema: calendarYearView })
  year(@Query({ schema: calendarYearQuery }) { year }: CalendarYearQuery): Promise<CalendarYearView> {
    return calendarYear(this.em, this.clock.today(), year);
  }

  @Get('versions')
  @ApiOperation({ operationId: 'calendarVersions', summary: '工作日历的各个版本，由谁报送和批准' })
  @ApiOkResponse({ standardSchema: calendarVersions })
  @SerializeOptions({ schema: calendarVersions })
  versions(): Promise<CalendarVersions> {
    return versionsOfCalendar(this.em);
  }
}
