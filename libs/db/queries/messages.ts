import { ALIAS_REPLACEMENT, raw } from '@mikro-orm/core';
import type { FilterQuery } from '@mikro-orm/core';
import type { MessageQuery, MessageView } from '#contracts/message';
import type { Page } from '#contracts/page';
import type { Actor } from '#domain/actor';
import { shanghaiDay, type Instant } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { noticeTypeOf } from '#domain/notice-types';
import { serviceWays, type ServiceWay } from '#domain/service/ways';
import { rungOffset } from '#domain/rules/rung-offset';
import { Message, MessageRead } from '../entities/message.ts';
import type { MessageRow } from '../entities/message.ts';
import type { EntityManager } from '../orm.ts';
import { sql, uuids } from '../sql.ts';
import { orgNames } from './cases/names.ts';
import { rulesInForce } from './rule-book.ts';

/** To the person, to one of his offices, or to one of his roles anywhere in the bureau. */
export function addressedTo(actor: Actor) {
  const offices = actor.posts.flatMap(({ orgId, role, orgKind }) => {
    const inBureau = orgKind === 'bureau' || orgKind === 'section';
    const here = { orgId, role, personId: null };
    return inBureau ? [here, { orgId: null, role, personId: null }] : [here];
  });
  return { $or: [{ personId: actor.personId }, ...offices] } satisfies FilterQuery<MessageRow>;
}

export const unreadBy = ({ personId }: Actor) => ({
  [raw(
    `not exists (select 1 from message_read r where r.message_id = ${ALIAS_REPLACEMENT}.id and r.person_id = ?)`,
    [personId],
  )]: [],
});

/** Counted up to 99: a page shows 99+. */
export async function unreadMessages(em: EntityManager, actor: Actor): Promise<number> {
  const query = em
    .createQueryBuilder(Message, 'm')
    .select('m.id')
    .where({ $and: [addressedTo(actor), unreadBy(actor)] })
    .limit(100);
  return (await query.execute('all')).length;
}

export async function messages(
  em: EntityManager,
  actor: Actor,
  page: MessageQuery,
): Promise<Page<MessageView>> {
  const found = await em.findByCursor(Message, {
    where: { $and: [addressedTo(actor), ...(page.unread ? [unreadBy(actor)] : [])] },
    orderBy: { at: 'desc', id: 'desc' },
    first: page.limit,
    ...(page.after ? { after: page.after } : {}),
    includeCount: false,
  });
  const ids = found.items.map((message) => message.id);
  const reads = await em.find(MessageRead, { messageId: { $in: ids }, personId: actor.personId });
  const read = new Set(reads.map((row) => row.messageId));
  const about = await casesOf(em, found.items);
  const offset = await offsets(em, found.items);
  const orgName = await orgNames(
    em,
    found.items.map(({ params }) => recipientOf(params)),
  );
  const items = found.items.map(({ id, at, caseId, code, params }) => ({
    ...{ id, at, code, caseId: caseId ?? null },
    params: {
      ...params,
      ...namesOf(about.get(caseId ?? ''), params),
      ...offset(params, at),
      ...recipientName(orgName(recipientOf(params))),
    },
    read: read.has(id),
  }));
  return { items, next: found.hasNextPage ? found.endCursor : null };
}

/** How many working days from the due day its rung stood, by the row that held when it came. */
async function offsets(em: EntityManager, rows: readonly MessageRow[]) {
  const asked = rows.some(({ params }) => params.rung !== undefined);
  const rungs = asked ? (await rulesInForce(em)).rung : [];
  return ({ rung, turn }: MessageRow['params'], at: Instant): { offset?: number } => {
    const offset = rungOffset(rungs, String(turn ?? rung ?? ''), shanghaiDay(at));
    return offset === undefined ? {} : { offset };
  };
}

const recipientOf = ({ recipient }: MessageRow['params']): string | null =>
  typeof recipient === 'string' ? recipient : null;
const recipientName = (name: string | null): Record<string, string> => (name ? { recipientName: name } : {});

type About = { id: string; kind: string; title: string };

async function casesOf(em: EntityManager, rows: readonly MessageRow[]): Promise<Map<string, About>> {
  const ids = rows.flatMap(({ caseId }) => (caseId ? [caseId] : []));
  if (ids.length === 0) return new Map();
  const found = await em.execute<About[]>(
    sql`select id, kind, title from case_file where id = any(${uuids(ids)})`,
  );
  return new Map(found.map((row) => [row.id, row]));
}

/** Of a message about service: the paper and the way by name; the recipient's name is looked up with the page. */
function serviceWords({ notice, way, next }: MessageRow['params']): Record<string, string> {
  const named = (code: unknown) =>
    typeof code === 'string' && code in serviceWays ? serviceWays[code as ServiceWay] : '';
  if (typeof notice !== 'string') return {};
  return { title: noticeTypeOf(notice).label, wayLabel: named(way), nextLabel: named(next) };
}

/** The case and the step by name, as the page's sentence needs them. */
function namesOf(about: About | undefined, params: MessageRow['params']): Record<string, string> {
  if (!about) return {};
  const step =
    typeof params.todo === 'string' ? kindOf(about.kind).steps[params.todo.split('/')[0] ?? ''] : undefined;
  return { caseTitle: about.title, ...(step ? { stepLabel: step.label } : {}), ...serviceWords(params) };
}
