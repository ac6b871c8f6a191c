import type { EntityManager } from '@mikro-orm/postgresql';
import type { Calendar } from '#domain/calendar';
import type { OpenTodo, RuleBook } from '#domain/case';
import { shanghaiDay, type Day, type Instant } from '#domain/day';
import { derive, rederive, type Deadline } from '#domain/deadline';
import { explain, lengthWords } from '#domain/explain';
import { standing } from '#domain/deadline-view';
import { kindOf } from '#domain/kinds/index';
import { noticeTypeOf } from '#domain/notice-types';
import { ruleOn } from '#domain/rule';
import type { EarlierPaper, LateWork } from '#domain/supervision/notices/late-work';
import { rungNotices } from '#domain/supervision/papers';
import { instantFromDatabase } from '../../columns.ts';
import { sql, texts } from '../../sql.ts';
import { actionsBehind, detailOf } from '../cases/details.ts';
import { told } from '../cases/told.ts';
import { booksInForce } from '../rule-book.ts';
import { contactOf } from './contact.ts';
import { bureauName, orgNames } from './names.ts';
import type { NoticeToWord } from './notice-to-render.ts';
import { sourceOf, type Opening } from './source.ts';

const codes = Object.values(rungNotices).map(({ code }) => code);

/**
 * What a paper of a ladder says of the work that is late, as it stood when the paper was ordered: read from events,
 * which nobody changes, since the work may be done or begun anew by the time that the paper is set.
 */
export async function lateWork(
  em: EntityManager,
  notice: NoticeToWord,
  answerFrom: Day = notice.issuedOn,
): Promise<LateWork> {
  const key = String(notice.params.todo);
  const [unitId = ''] = notice.to;
  const matter = await matterOf(em, notice.caseId);
  const { todo, opening } = await todoAsOf(em, notice, key);
  const book = (await booksInForce(em))(matter.kind);
  const { calendar } = book;
  const deadline = todo.deadline && derived(todo.deadline, calendar);
  if (!deadline) throw new Error(`${key} has no limit`);
  const earlier = await earlierPapers(em, notice, key, opening.at);
  const nameOf = await orgNames(em, [unitId]);
  return {
    issuer: await bureauName(em),
    unit: nameOf(unitId),
    matter: { kind: kindOf(matter.kind).label, title: matter.title, number: matter.number },
    step: kindOf(matter.kind).steps[todo.step]?.label ?? todo.step,
    detail: await detail(em, notice.caseId, matter.kind, todo),
    source: await sourceOf(em, { ...matter, id: notice.caseId, unitId }, opening),
    limit: {
      due: deadline.due,
      derivation: explain(deadline),
      ground: deadline.mark === 'law' ? deadline.ground : undefined,
    },
    lateWorkingDays: standing(deadline.due, notice.issuedOn, calendar, { deadline }).workingDaysLate,
    reminded: await remindedOn(em, notice, key, opening.at),
    earlier,
    turn: 1 + earlier.filter(({ code }) => code === notice.code).length,
    answer: answerBy(notice, answerFrom, book),
    contact: await contactOf(em, {
      caseId: notice.caseId,
      campaignId: matter.campaign_id,
      at: notice.issuedAt,
    }),
    date: notice.issuedOn,
  };
}

/** Orders to update a todo leave the days of its derivation out. */
const derived = (deadline: Deadline, calendar: Calendar): Deadline =>
  deadline.steps.length > 0 ? deadline : rederive(deadline, calendar);

function answerBy({ code, issuedOn }: NoticeToWord, from: Day, book: RuleBook): LateWork['answer'] {
  const rule = ruleOn(book.deadlines, `supervision.answer-${code}`, issuedOn);
  const answer = derive(rule, from, book.calendar);
  return { due: answer.due, days: lengthWords(answer) };
}

interface Matter {
  kind: string;
  title: string;
  number: string;
  campaign_id: string | null;
}

async function matterOf(em: EntityManager, caseId: string): Promise<Matter> {
  const [row] = await em.execute<Matter[]>(
    sql`select kind, title, number, campaign_id from case_file where id = ${caseId}::uuid`,
  );
  if (!row) throw new Error(`no case ${caseId}`);
  return row;
}

/** The todo after the events up to the paper's own, and the event that opened it last. */
async function todoAsOf(
  em: EntityManager,
  { caseId, seq }: NoticeToWord,
  key: string,
): Promise<{ todo: OpenTodo; opening: Opening }> {
  const rows = await em.execute<
    { seq: number; action: string; at: string; type: string; todo: OpenTodo }[]
  >(sql`
    select e.seq, e.action, e.at, f.effect->>'type' as type, f.effect->'todo' as todo
      from case_event e, jsonb_array_elements(e.effects) with ordinality f(effect, nth)
     where e.case_id = ${caseId}::uuid and e.seq <= ${seq} and f.effect->>'key' = ${key}
       and f.effect->>'type' in ('openTodo', 'updateTodo')
     order by e.seq, f.nth`);
  const [last, opened] = [rows.at(-1), rows.findLast(({ type }) => type === 'openTodo')];
  if (!last || !opened) throw new Error(`${key} was never opened`);
  const at = instantFromDatabase(opened.at);
  return { todo: last.todo, opening: { seq: opened.seq, action: opened.action, at } };
}

async function detail(
  em: EntityManager,
  caseId: string,
  kind: string,
  { step, round }: OpenTodo,
): Promise<string | undefined> {
  const acts = (await told(em, [caseId], actionsBehind(kind, step))).get(caseId) ?? [];
  return detailOf(kind, step, round, acts);
}

/** By the ladder or by hand; a reminder of a day on which there were two counts once. */
async function remindedOn(
  em: EntityManager,
  { caseId, issuedAt }: NoticeToWord,
  key: string,
  since: Instant,
): Promise<Day[]> {
  const rows = await em.execute<{ at: string }[]>(sql`
    select at from message where case_id = ${caseId}::uuid and code in ('reminder', 'urge')
       and params->>'todo' = ${key} and at >= ${since}::timestamptz and at <= ${issuedAt}::timestamptz order by at`);
  return [...new Set(rows.map(({ at }) => shanghaiDay(instantFromDatabase(at))))];
}

/** Papers of the ladder on the same work since it was opened. */
async function earlierPapers(
  em: EntityManager,
  { id, caseId, seq }: NoticeToWord,
  key: string,
  since: Instant,
): Promise<(EarlierPaper & { code: string })[]> {
  const rows = await em.execute<{ code: string; number: string; issued_at: string }[]>(sql`
    select code, number, issued_at from notice
     where case_id = ${caseId}::uuid and code = any(${texts(codes)}) and params->>'todo' = ${key}
       and issued_at >= ${since}::timestamptz and seq <= ${seq} and id::text <> ${id} order by issued_at, seq, idx`);
  return rows.map(({ code, number, issued_at: at }) => ({
    code,
    number,
    label: noticeTypeOf(code).label,
    on: shanghaiDay(instantFromDatabase(at)),
  }));
}
