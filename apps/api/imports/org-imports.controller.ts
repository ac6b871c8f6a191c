import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Inject,
  Post,
  SerializeOptions,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { orgImportBody, orgImportConfirm, orgImportDone, orgImportView } from '#contracts/org-import';
import type { OrgImportBody, OrgImportConfirm, OrgImportDone, OrgImportView } from '#contracts/org-import';
import { conflict } from '#contracts/problem';
import { importOrgs } from '#db/commands/org-import';
import { EntityManager } from '#db/orm';
import { importView, planImport } from '#db/queries/org-import/plan';
import { writeOrgTemplate } from '#files/tables/org-template';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { contentDisposition } from '#api/files/file-header';
import type { Files } from '#api/files/files';
import { CLOCK, FILES } from '#api/parts.module';
import { Unkeyed } from '#api/once/unkeyed';
import { givenOrgs } from './given-orgs.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('机构')
@Controller('orgs/import')
@May('system-admin')
export class OrgImportsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(FILES) private readonly files: Files,
  ) {}

  @Get('template.xlsx')
  @ApiOperation({ operationId: 'orgImportTemplate', summary: '下载机构导入模板' })
  @ApiOkResponse({ content: { [xlsx]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', contentDisposition('attachment', '机构导入模板.xlsx'))
  async template(): Promise<StreamableFile> {
    return new StreamableFile(await writeOrgTemplate(), { type: xlsx });
  }

  @Post()
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkOrgImport', summary: '核对机构表格，不导入' })
  @ApiOkResponse({ standardSchema: orgImportView })
  @SerializeOptions({ schema: orgImportView })
  async check(
    @Current() { actor }: Signed,
    @Body({ schema: orgImportBody }) body: OrgImportBody,
  ): Promise<OrgImportView> {
    const { table, ...from } = await givenOrgs(this.em, this.files.store, actor, body);
    return importView(await planImport(this.em, table), from);
  }

  @Post('confirm')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'confirmOrgImport', summary: '导入核对过的机构表格；重复导入不再改动' })
  @ApiOkResponse({ standardSchema: orgImportDone })
  @SerializeOptions({ schema: orgImportDone })
  async confirm(
    @Current() by: Signed,
    @Body({ schema: orgImportConfirm }) { hash, ...body }: OrgImportConfirm,
  ): Promise<OrgImportDone> {
    const given = await givenOrgs(this.em, this.files.store, by.actor, body);
    if (given.hash !== hash) throw conflict('表格与核对过的不同，没有导入。请重新核对。', 'other-table');
    return importOrgs(this.em, this.clock, by, given);
  }
}
