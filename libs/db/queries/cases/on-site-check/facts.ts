import type { Facts } from '#domain/case';
import type { EntityManager } from '../../../orm.ts';
import { findingsOf } from './findings.ts';

/** Handing in rests on the checklist as it is kept: which versions, and what each item came to. */
export async function factsOfCheck(em: EntityManager, caseId: string, action: string): Promise<Facts> {
  if (action !== 'hand-in') return {};
  const findings = [...(await findingsOf(em, caseId)).values()];
  return {
    records: findings.map(({ id, version }) => ({ id, version })),
    findings: Object.fromEntries(findings.map(({ item, result }) => [item, result])),
  };
}
