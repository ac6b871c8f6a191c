import type { Clock } from '#config/clock';
import type { CalendarDayBody, YearReading } from '#contracts/calendar';
import { conflict, forbidden, invalid, stale } from '#contracts/problem';
import type { Actor } from '#domain/actor';
import { shortDay, yearOf } from '#domain/day';
import { yearOfCalendar, yearProblems, type CalendarYear } from '#domain/holidays/calendar-year';
import { CalendarDraft, type CalendarDraftRow } from '../entities/calendar-draft.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { draftOf, holdsHimself } from '../queries/calendar/drafts.ts';
import { currentCalendar } from '../queries/rule-book.ts';
import { tellApprovers } from './book-messages.ts';
import { writeLog, type LogSource } from './write-log.ts';

/** What somebody gave; without days the year as it stands, to be changed day by day. */
export interface GivenYear {
  year: number;
  days?: CalendarYear['days'];
  source: string;
  text?: string;
  reading?: YearReading;
}

/** Who signed in, with the name that messages carry. */
export interface Proposer extends LogSource {
  personId: string;
  name: string;
  actor: Actor;
}

export async function openDraft(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  given: GivenYear,
): Promise<string> {
  if (!holdsHimself(by.actor, ['system-admin']))
    throw forbidden('工作日历由系统管理员本人录入，不由代理人录入。');
  const id = newId();
  const at = clock.now();
  await em.transactional(async (tx) => {
    const content = await contentOf(tx, given);
    const row = { id, status: 'draft' as const, version: 1, personId: by.personId, at, changedAt: at };
    await tx.insert(CalendarDraft, { ...row, ...content });
    await log(tx, clock, by, id, `录入${given.year}年工作日历草稿（${given.source}）`);
  });
  return id;
}

async function contentOf(tx: EntityManager, { year, days, source, text, reading }: GivenYear) {
  const filled = days ?? yearOfCalendar(await currentCalendar(tx), year);
  return { year, days: filled, source, text: text ?? null, reading: reading ?? null };
}

/** Reads the year anew, in place of what the draft held. */
export function replaceDraft(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  { id, version }: { id: string; version: number },
  given: GivenYear,
): Promise<void> {
  return change(em, clock, by, { id, version }, async (tx) => {
    await log(tx, clock, by, id, `重新录入${given.year}年工作日历草稿（${given.source}）`);
    return contentOf(tx, given);
  });
}

export function setDay(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  { version, day, kind, name }: CalendarDayBody,
): Promise<void> {
  return change(em, clock, by, { id, version }, async (tx, draft) => {
    const near = yearOf(day) === draft.year || day.startsWith(`${draft.year - 1}-12`);
    if (!near) throw invalid('day', `${shortDay(day)}不在${draft.year}年。`);
    if (kind !== 'plain' && name === undefined) throw invalid('name', '请写明是哪个节日。');
    const { [day]: _, ...others } = draft.days;
    const days = kind === 'plain' ? others : { ...others, [day]: { kind, name: name ?? '' } };
    const words = { holiday: '放假', makeup: '上班', plain: '与平常的一周相同' }[kind];
    await log(
      tx,
      clock,
      by,
      id,
      `${draft.year}年工作日历草稿：${day} 改为${words}${name ? `（${name}）` : ''}`,
    );
    return { days };
  });
}

/** From here on it stands still until a second person has decided. */
export function handIn(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  version: number,
): Promise<void> {
  return change(em, clock, by, { id, version }, async (tx, draft) => {
    const calendar = await currentCalendar(tx);
    const [problem] = yearProblems(draft, calendar);
    if (problem) throw conflict(`还不能报批：${problem}`, 'problems');
    const params = { year: draft.year };
    const told = { code: 'calendar-handed-in', id, version: draft.version + 1, params } as const;
    await tellApprovers(tx, clock, by, told);
    await log(tx, clock, by, id, `报批${draft.year}年工作日历`);
    return {
      status: 'handed-in',
      basedOn: calendar.version,
      reason: null,
      decidedById: null,
      decidedAt: null,
    };
  });
}

/** Its proposer takes it back, handed in or not; it stays to be read. */
export async function withdrawDraft(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  id: string,
  version: number,
): Promise<void> {
  await em.transactional(async (tx) => {
    const draft = await lockedDraft(tx, id, version);
    if (draft.personId !== by.personId) throw forbidden('只有报送人可以撤回。');
    if (draft.status === 'published') throw conflict('已经发布，不能撤回；需要更正的，请另报一版。');
    if (draft.status === 'withdrawn') throw conflict('此前已经撤回。');
    await log(tx, clock, by, id, `撤回${draft.year}年工作日历草稿`);
    await touch(tx, clock, draft, { status: 'withdrawn' });
  });
}

type Changed = Partial<Omit<CalendarDraftRow, 'id' | 'version'>>;

function change(
  em: EntityManager,
  clock: Clock,
  by: Proposer,
  { id, version }: { id: string; version: number },
  work: (tx: EntityManager, draft: CalendarDraftRow) => Promise<Changed>,
): Promise<void> {
  return em.transactional(async (tx) => {
    const draft = await lockedDraft(tx, id, version);
    if (draft.personId !== by.personId) throw forbidden('这份草稿由报送人修改；您可以另录一份。');
    if (draft.status !== 'draft' && draft.status !== 'returned')
      throw conflict('已经报批，不能修改；需要修改的，请先撤回或等待退回。', 'handed-in');
    await touch(tx, clock, draft, await work(tx, draft));
  });
}

/** Two who act at once come one after the other, and the second is told that it changed. */
export async function lockedDraft(tx: EntityManager, id: string, version: number): Promise<CalendarDraftRow> {
  await tx.execute('select 1 from calendar_draft where id = ? for update', [id]);
  const draft = await draftOf(tx, id);
  if (draft.version !== version) throw stale();
  return draft;
}

export async function touch(
  tx: EntityManager,
  clock: Clock,
  { id, version }: CalendarDraftRow,
  changed: Changed,
): Promise<void> {
  await tx.nativeUpdate(CalendarDraft, { id }, { ...changed, version: version + 1, changedAt: clock.now() });
}

export const log = (tx: EntityManager, clock: Clock, by: LogSource, id: string, detail: string) =>
  writeLog(tx, clock, by, { kind: 'calendar-changed', subject: 'calendar', subjectId: id, detail });
