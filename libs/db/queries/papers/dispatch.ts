import type { EntityManager } from '@mikro-orm/postgresql';
import { longDay, shanghaiDay, type Day } from '#domain/day';
import { draftedCodes } from '#domain/kinds/dispatch/forms';
import type { DispatchState } from '#domain/kinds/dispatch/state';
import {
  formFor,
  hindersEach,
  isEach,
  paperOf,
  receiversOf,
  unfinishedPaper,
  type Known,
  type TextForm,
} from '#domain/kinds/dispatch/text';
import type { NoticeContent } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { instantFromDatabase } from '../../columns.ts';
import { sql } from '../../sql.ts';
import { personNames } from '../cases/names.ts';
import { firstText, textOf } from '../cases/dispatch/text-row.ts';
import type { PaperContent } from './content-of.ts';
import { bureauName, orgNames } from './names.ts';
import type { NoticeToWord } from './notice-to-render.ts';

interface Drafted {
  caseId: string;
  state: DispatchState;
  form: TextForm;
  on: Day;
}

/** Who looked at it for secrets and personal data: the legal reviewer, else the head who reviewed it. */
async function checkedBy(em: EntityManager, caseId: string): Promise<string> {
  const [row] = await em.execute<{ name: string }[]>(sql`
    select p.name from case_event e join person p on p.id = e.person_id
     where e.case_id = ${caseId}::uuid and e.action in ('legal-review', 'review') and e.fields ->> 'decision' = 'pass'
     order by e.action, e.seq desc limit 1`);
  return row?.name ?? '待审查';
}

/** 《……》（京医管发〔2026〕3号）, and what becomes of it. */
async function tieTo(em: EntityManager, { replaces, paper }: DispatchState): Promise<string | undefined> {
  if (!replaces) return undefined;
  const [row] = await em.execute<{ title: string; number: string | null; issued_at: string }[]>(
    sql`select n.title, n.number, n.issued_at from notice n where n.id = ${replaces.noticeId}::uuid`,
  );
  if (!row) throw new Error(`no paper ${replaces.noticeId} to replace`);
  const { label } = noticeTypeOf(paper);
  const on = longDay(shanghaiDay(instantFromDatabase(row.issued_at)));
  const called = `${on}印发的《${row.title}》${row.number ? `（${row.number}）` : ''}`;
  return replaces.how === 'replace'
    ? `自本${label}印发之日起，${called}停止执行，以本${label}为准。`
    : `${called}中与本${label}不一致的内容，以本${label}为准，其余内容继续有效。`;
}

async function known(em: EntityManager, { caseId, state, form, on }: Drafted): Promise<Known> {
  const { signedBy = [] } = state;
  const nameOf = await personNames(em, signedBy);
  return {
    issuer: await bureauName(em),
    date: on,
    signers: signedBy.length > 0 ? signedBy.map((id) => nameOf(id) ?? '') : ['待签发'],
    checkedBy: await checkedBy(em, caseId),
    replaces: await tieTo(em, state),
    nameOf: await orgNames(em, receiversOf(form)),
  };
}

/** While it is written: with its gaps. */
export const draftedContent = async (em: EntityManager, drafted: Drafted): Promise<NoticeContent> =>
  unfinishedPaper(noticeTypeOf(drafted.state.paper), drafted.form, await known(em, drafted));

/** What the draft lacks before it can be handed in, in sentences. */
export async function lacksOf(em: EntityManager, drafted: Drafted): Promise<string[]> {
  const read = paperOf(noticeTypeOf(drafted.state.paper), drafted.form, await known(em, drafted));
  return [...('wrong' in read ? read.wrong : []), ...hindersEach(drafted.form)];
}

/** Of a text that goes to each receiver by itself: the one paper that is shown, and of how many. */
export function oneOf(form: TextForm, nth = 0): { form: TextForm; of: number } {
  const receivers = isEach(form) ? receiversOf(form) : [];
  const orgId = receivers[Math.min(nth, receivers.length - 1)];
  return orgId === undefined ? { form, of: 1 } : { form: formFor(form, orgId), of: receivers.length };
}

/** What the papers of one order have in common is looked up once, however many they are. */
async function dispatchContents(
  em: EntityManager,
  notice: NoticeToWord,
  receivers: readonly string[][],
): Promise<PaperContent[]> {
  const state = notice.state as DispatchState;
  const { caseId, issuedOn: on, nth } = notice;
  const version = state.stage === 'drafting' ? undefined : state.text?.version;
  const form = (await textOf(em, caseId, version))?.form ?? (await firstText(em, caseId));
  const type = noticeTypeOf(notice.code);
  const knows = await known(em, { caseId, state, form, on });
  return receivers.map((to) => {
    // Before its signature it is shown with its gaps.
    if (state.issuedOn === undefined) {
      const shown = oneOf(form, nth);
      return { content: unfinishedPaper(type, shown.form, knows), to, of: shown.of };
    }
    const [orgId] = to;
    const read = paperOf(type, isEach(form) && orgId !== undefined ? formFor(form, orgId) : form, knows);
    if ('wrong' in read) throw new Error(read.wrong.join());
    return { content: read.content, to };
  });
}

/** Every paper that may be drafted freely. */
export const dispatchPapers = Object.fromEntries(draftedCodes.map((code) => [code, dispatchContents]));
