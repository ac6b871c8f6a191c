import { Body, Controller, HttpCode, Inject, Param, Post, SerializeOptions } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Clock } from '#config/clock';
import { created, idParam } from '#contracts/page';
import type { Created } from '#contracts/page';
import { endOn, newPost } from '#contracts/person';
import type { NewPost } from '#contracts/person';
import * as posts from '#db/commands/posts';
import { EntityManager } from '#db/orm';
import { Current } from '#api/access/current';
import { May } from '#api/access/may';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';

@ApiTags('权限')
@Controller()
@May('security-admin')
export class PostsController {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('people/:id/posts')
  @ApiOperation({ operationId: 'grantPost', summary: '授予职务' })
  @ApiCreatedResponse({ standardSchema: created })
  @SerializeOptions({ schema: created })
  async grant(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) personId: string,
    @Body({ schema: newPost }) body: NewPost,
  ): Promise<Created> {
    return { id: await posts.grantPost(this.em, this.clock, by, personId, body) };
  }

  @Post('posts/:id/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endPost', summary: '终止职务' })
  @ApiNoContentResponse()
  end(
    @Current() by: Signed,
    @Param('id', { schema: idParam }) id: string,
    @Body({ schema: endOn }) { on }: z.infer<typeof endOn>,
  ): Promise<void> {
    return posts.endPost(this.em, this.clock, by, id, on);
  }
}
