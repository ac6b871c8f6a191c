import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { noticePage, noticeQuery, type NoticePage, type NoticeQuery } from '#contracts/notice';
import { idParam } from '#contracts/page';
import { EntityManager } from '#db/orm';
import { noticesOfCase } from '#db/queries/cases/notices-of-case';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { caseReaders } from '#api/cases/readers';

@ApiTags('文书')
@Controller('cases/:id/notices')
@May(...caseReaders)
export class CaseNoticesController {
  constructor(private readonly em: EntityManager) {}

  @Get()
  @ApiOperation({
    operationId: 'caseNotices',
    summary: '案件的文书，按文号、名称、收文单位查找，附已生成和未成的份数',
  })
  @ApiOkResponse({ standardSchema: noticePage })
  @SerializeOptions({ schema: noticePage })
  list(
    @Current() { actor }: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Query({ schema: noticeQuery }) query: NoticeQuery,
  ): Promise<NoticePage> {
    return noticesOfCase(this.em, actor, id, query);
  }
}
