import { Body, Controller, Get, HttpCode, Post, SerializeOptions } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { fontCheck, fontCheckBody, fontGaps, fontsView } from '#contracts/font';
import type { FontCheck, FontCheckBody, FontGaps, FontsView } from '#contracts/font';
import { May } from '#api/access/may';
import { Unkeyed } from '#api/once/unkeyed';
import { FontChecks } from './font-checks.ts';

@ApiTags('系统')
@Controller('fonts')
@May('system-admin')
export class FontsController {
  constructor(private readonly fonts: FontChecks) {}

  @Get()
  @ApiOperation({ operationId: 'fonts', summary: '文书各处用的是哪种字体' })
  @ApiOkResponse({ standardSchema: fontsView })
  @SerializeOptions({ schema: fontsView })
  get(): Promise<FontsView> {
    return this.fonts.fonts();
  }

  @Get('gaps')
  @ApiOperation({ operationId: 'fontGaps', summary: '哪些字印不出来' })
  @ApiOkResponse({ standardSchema: fontGaps })
  @SerializeOptions({ schema: fontGaps })
  gaps(): Promise<FontGaps> {
    return this.fonts.gaps();
  }

  @Post('checks')
  @Unkeyed('reads')
  @HttpCode(200)
  @ApiOperation({ operationId: 'checkFonts', summary: '试一试这些字能不能印出来' })
  @ApiOkResponse({ standardSchema: fontCheck })
  @SerializeOptions({ schema: fontCheck })
  check(@Body({ schema: fontCheckBody }) { text }: FontCheckBody): Promise<FontCheck> {
    return this.fonts.check(text);
  }
}
