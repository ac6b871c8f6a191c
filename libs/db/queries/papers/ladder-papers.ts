import type { EntityManager } from '@mikro-orm/postgresql';
import type { NoticeContent } from '#domain/notice';
import { interviewees, interviewNotice } from '#domain/supervision/notices/interview-notice';
import { supervisionLetter } from '#domain/supervision/notices/supervision-letter';
import { urgeLetter } from '#domain/supervision/notices/urge-letter';
import { workCircular } from '#domain/supervision/notices/work-circular';
import { sql } from '../../sql.ts';
import { lateWork } from './late-work.ts';
import type { NoticeToWord } from './notice-to-render.ts';

type Content = (em: EntityManager, notice: NoticeToWord) => Promise<NoticeContent>;

/** To the unit that is late and to nobody else. */
const toUnit = (content: Content) => async (em: EntityManager, notice: NoticeToWord) => ({
  content: await content(em, notice),
  to: notice.to,
});

/** 催办函、督办函、约谈通知书、工作通报. */
export const ladderPapers = {
  'urge-letter': toUnit(async (em, notice) => urgeLetter(await lateWork(em, notice))),
  'supervision-letter': toUnit(async (em, notice) => supervisionLetter(await lateWork(em, notice))),
  'interview-notice': toUnit(async (em, notice) => {
    const form = notice.form ?? (await formOf(em, notice));
    const { interviewWho, interviewOn, interviewAt, interviewPlace } = form ?? {};
    const on = text(interviewOn);
    return interviewNotice({
      ...(await lateWork(em, notice, on)),
      who: who(interviewWho),
      on,
      at: text(interviewAt),
      place: text(interviewPlace),
      arranged: form === undefined,
    });
  }),
  'work-circular': toUnit(async (em, notice) => workCircular(await lateWork(em, notice))),
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);
const who = (value: unknown): keyof typeof interviewees =>
  typeof value === 'string' && Object.hasOwn(interviewees, value)
    ? (value as keyof typeof interviewees)
    : 'principal';

/** What was filled in with the act that ordered the paper; nothing where the ladder did it by itself. */
async function formOf(
  em: EntityManager,
  { caseId, seq }: NoticeToWord,
): Promise<Record<string, unknown> | undefined> {
  const [row] = await em.execute<{ form: Record<string, unknown> }[]>(sql`
    select s.form from case_event e join submission s on s.act_id = e.act_id
     where e.case_id = ${caseId}::uuid and e.seq = ${seq}`);
  return row?.form;
}
