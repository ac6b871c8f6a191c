import { z } from 'zod';
import type { Clock } from '#config/clock';
import type { DispatchText } from '#contracts/dispatch';
import type { Actor } from '#domain/actor';
import { textForm, type TextForm } from '#domain/kinds/dispatch/text';
import type { NoticeContent } from '#domain/notice';
import { noticeTypeOf } from '#domain/notice-types';
import { isRefusal } from '#domain/permission';
import type { EntityManager } from '../../../orm.ts';
import { draftedContent, lacksOf, oneOf } from '../../papers/dispatch.ts';
import { stageLabel } from '../case-row.ts';
import { ownerOptions } from '../commitment/owners.ts';
import { mayWrite } from './may-write.ts';
import { opinions } from './opinions.ts';
import { readDispatch } from './read-dispatch.ts';
import { firstText, textVersions } from './text-row.ts';

/** The draft as it was saved last, its form, and what was said about it. */
export async function dispatchTextOf(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  caseId: string,
): Promise<DispatchText> {
  const { row, state } = await readDispatch(em, actor, caseId);
  const type = noticeTypeOf(state.paper);
  const [last] = await textVersions(em, caseId);
  const form = last?.form ?? (await firstText(em, caseId));
  const may = mayWrite(actor, state);
  const receivers = await ownerOptions(em, clock.today());
  const { $schema: _, ...schema } = z.toJSONSchema(textForm(type), { io: 'input', unrepresentable: 'any' });
  return {
    ...{ caseId, title: row.title, paperLabel: type.label },
    ...{ stage: state.stage, stageLabel: stageLabel('dispatch', state.stage) },
    version: last?.version ?? 0,
    saved: last ? { by: last.by, at: last.at } : null,
    mayEdit: !isRefusal(may),
    reason: isRefusal(may) ? may.reason : null,
    schema,
    options: { to: receivers, copyTo: receivers },
    form,
    lacks: await lacksOf(em, { caseId, state, form, on: clock.today() }),
    opinions: await opinions(em, caseId),
  };
}

/** The paper with what is typed so far. */
export async function dispatchPreview(
  em: EntityManager,
  clock: Clock,
  actor: Actor,
  { caseId, form: given, nth }: { caseId: string; form: TextForm; nth?: number | undefined },
): Promise<{ code: string; content: NoticeContent; of: number }> {
  const { state } = await readDispatch(em, actor, caseId);
  const { form, of } = oneOf(given, nth);
  const content = await draftedContent(em, { caseId, state, form, on: clock.today() });
  return { code: state.paper, content, of };
}
