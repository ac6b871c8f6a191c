import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { RehearsalBody, RehearsalView } from '#contracts/rehearsal';
import { writeLog } from '#db/commands/write-log';
import { EntityManager } from '#db/orm';
import { prepareRehearsal } from '#db/queries/rehearsals/rehearsing';
import { rehearsalViewOf } from '#db/queries/rehearsals/view';
import type { Calendar } from '#domain/calendar';
import type { Signed } from '#api/access/signed';
import { CLOCK } from '#api/parts.module';
import { inThread } from './in-thread.ts';

/** Nothing is written but a line in the log. */
@Injectable()
export class Rehearsals {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async rehearse(
    by: Signed,
    body: RehearsalBody,
    exported = false,
  ): Promise<{ view: RehearsalView; calendar: Calendar }> {
    const prepared = await prepareRehearsal(this.em, this.clock, body);
    const { subject, signOn, rehearsing } = prepared;
    const what = `预演“${subject.title}”：${subject.members.length}对，假定${signOn}签发`;
    await writeLog(this.em, this.clock, by, {
      kind: exported ? 'exported' : 'rehearsed',
      subject: body.campaignId ? 'case' : 'pair-list',
      subjectId: body.campaignId ?? body.listId,
      detail: exported ? `导出${what}` : what,
      data: { ...body },
    });
    const view = await rehearsalViewOf(this.em, prepared, await inThread(rehearsing));
    return { view, calendar: rehearsing.book.calendar };
  }
}
