import { Controller, Get, Header, Inject, SerializeOptions, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Clock } from '#config/clock';
import { actFormView, type ActFormView } from '#contracts/case';
import { EntityManager } from '#db/orm';
import { hospitalNames } from '#db/queries/pair-lists/facts';
import { writePairTemplate } from '#files/tables/pair-template';
import { May } from '#api/access/may';
import { contentDisposition } from '#api/files/file-header';
import { CLOCK } from '#api/parts.module';
import { launchFormView } from './launch-form.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('结对名单')
@Controller()
@May('inspector')
export class LaunchFormController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('forms/campaign')
  @ApiOperation({ operationId: 'launchForm', summary: '发起批次的表单' })
  @ApiOkResponse({ standardSchema: actFormView })
  @SerializeOptions({ schema: actFormView })
  form(): ActFormView {
    return launchFormView(this.clock.today());
  }

  @Get('pair-lists/template.xlsx')
  @ApiOperation({ operationId: 'pairListTemplate', summary: '下载名单模板' })
  @ApiOkResponse({ content: { [xlsx]: { schema: { type: 'string', format: 'binary' } } } })
  @Header('content-disposition', contentDisposition('attachment', '结对名单模板.xlsx'))
  async template(): Promise<StreamableFile> {
    const names = await hospitalNames(this.em, this.clock.today());
    return new StreamableFile(await writePairTemplate(names), { type: xlsx });
  }
}
