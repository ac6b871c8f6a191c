import type { Opinion } from '#contracts/dispatch';
import type { EntityManager } from '../../../orm.ts';
import { actionLabel } from '../action-label.ts';
import { bothNames, personNames } from '../names.ts';
import { told } from '../told.ts';

const acts = ['review', 'legal-review', 'sign'];

/** What reviewers, lawyers and signers said, the newest first. */
export async function opinions(em: EntityManager, caseId: string): Promise<Opinion[]> {
  const said = (await told(em, [caseId], acts)).get(caseId) ?? [];
  const nameOf = await personNames(
    em,
    said.flatMap(({ personId, forPersonId }) => [personId, forPersonId]),
  );
  return said.reverse().map(({ action, form, at, ...who }) => ({
    label: actionLabel('dispatch', action),
    by: bothNames(nameOf, who) ?? '',
    at,
    returned: form.decision === 'return',
    note: typeof form.note === 'string' ? form.note : null,
    marks: Array.isArray(form.marks) ? (form.marks as Opinion['marks']) : [],
  }));
}
