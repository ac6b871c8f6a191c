import { ProblemError } from '#contracts/problem';
import type { Facts } from '#domain/case';
import type { Day } from '#domain/day';
import type { DispatchState } from '#domain/kinds/dispatch/state';
import { isEach, receiversOf } from '#domain/kinds/dispatch/text';
import type { EntityManager } from '../../../orm.ts';
import { lacksOf } from '../../papers/dispatch.ts';
import { ownerRolesOf } from '../commitment/owners.ts';
import { textId, textOf } from './text-row.ts';

/** The version that is handed in, complete, and to whom it goes. */
export async function factsOfText(
  em: EntityManager,
  { caseId, state, version, today }: { caseId: string; state: DispatchState; version: unknown; today: Day },
): Promise<Facts> {
  const last = await textOf(em, caseId);
  if (!last || last.version !== version)
    throw new ProblemError(409, 'stale', '文稿刚刚又有修改，请核对后重新报送。');
  const lacks = await lacksOf(em, { caseId, state, form: last.form, on: today });
  if (lacks.length > 0) throw incomplete(`文稿还不完整：${lacks.join('')}`);
  const recipients = receiversOf(last.form);
  const known = await ownerRolesOf(em, today, recipients);
  if (recipients.some((id) => !known.has(id))) throw incomplete('有收文单位已停用或不在名册，请重新选择。');
  const records = [{ id: textId(caseId), version: last.version }];
  return { records, recipients, ...(isEach(last.form) ? { each: true } : {}) };
}

const incomplete = (detail: string) => new ProblemError(422, 'form', detail, [{ field: 'version', detail }]);
