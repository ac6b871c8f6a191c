import { LockMode } from '@mikro-orm/core';
import type { Clock } from '#config/clock';
import type { Ending } from '#contracts/absence';
import { conflict, forbidden, invalid, notFound, stale } from '#contracts/problem';
import type { NewRelation } from '#contracts/relation';
import { relationSorts } from '#domain/relation';
import { Org } from '../entities/org.ts';
import { Person } from '../entities/person.ts';
import { Relation } from '../entities/relation.ts';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { visiblePerson } from '../queries/people.ts';
import { mayDeclare } from '../queries/relations.ts';
import type { SignedIn } from '../queries/signed-in.ts';
import { writeLog } from './write-log.ts';
import type { LogSource } from './write-log.ts';

type By = SignedIn & LogSource;

/** What is declared counts at once; nobody confirms it. */
export function declareRelation(
  em: EntityManager,
  clock: Clock,
  by: By,
  personId: string,
  given: NewRelation,
): Promise<string> {
  return em.transactional(async (tx) => {
    const person = await visiblePerson(tx, by.actor, personId);
    if (!mayDeclare(by.actor, personId)) throw forbidden('回避关系由本人或安全管理员申报。');
    await tx.findOneOrFail(Person, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    const org = await tx.findOne(Org, { id: given.orgId });
    if (org?.kind !== 'hospital' && org?.kind !== 'department')
      throw invalid('orgId', '请选择医院或责任部门：回避的是与被监督单位的关系。');
    await refuseTwice(tx, personId, given);
    const id = newId();
    const { orgId, sort, from, until, note } = given;
    await tx.insert(Relation, {
      ...{ id, personId, orgId, sort, from, until: until ?? null, note: note ?? null, version: 1 },
      ...{ declaredById: by.personId, declaredAt: clock.now() },
    });
    const detail = `申报回避关系：${person.name}与${org.name}，${relationSorts[sort]}`;
    await log(tx, clock, by, { personId, orgId, detail, relationId: id });
    return id;
  });
}

async function refuseTwice(tx: EntityManager, personId: string, given: NewRelation): Promise<void> {
  const { orgId, sort, from, until } = given;
  const standing = await tx.find(Relation, { personId, orgId, sort, endedAt: null }, { refresh: true });
  const twice = standing.some((one) => (!until || one.from < until) && (!one.until || one.until > from));
  if (twice) throw conflict('与该单位的同一种关系在这段时间已经申报过，不必再报。', 'declared');
}

/** It no longer counts from now on, and stays readable with who ended it and why. */
export function endRelation(
  em: EntityManager,
  clock: Clock,
  by: By,
  id: string,
  { version, why }: Ending,
): Promise<void> {
  return em.transactional(async (tx) => {
    const row = await tx.findOne(Relation, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
    if (!row || !mayDeclare(by.actor, row.personId)) throw notFound('没有这项申报，或者不由您办理。');
    if (row.endedAt) throw conflict('这项回避关系已经解除。', 'ended');
    if (row.version !== version) throw stale();
    const ended = { endedAt: clock.now(), endedById: by.personId, endWhy: why, version: version + 1 };
    await tx.nativeUpdate(Relation, { id }, ended);
    const { personId, orgId, sort } = row;
    const person = await visiblePerson(tx, by.actor, personId);
    const org = await tx.findOneOrFail(Org, { id: orgId });
    const detail = `解除回避关系：${person.name}与${org.name}，${relationSorts[sort]}`;
    await log(tx, clock, by, { personId, orgId, detail, relationId: id });
  });
}

/** The note stays out of the log: the auditor does not read it. */
async function log(
  tx: EntityManager,
  clock: Clock,
  by: By,
  { personId, relationId, ...line }: { personId: string; orgId: string; detail: string; relationId: string },
): Promise<void> {
  const about = { subject: 'person', subjectId: personId, data: { relationId } };
  await writeLog(tx, clock, by, { kind: 'relation-changed', ...about, ...line });
}
