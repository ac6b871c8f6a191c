import type { PairingBody } from '#contracts/pairing';
import { areaLabel } from '#domain/kinds/pairing/areas';
import type { Inspection, InspectionPhase, PairingState } from '#domain/kinds/pairing/state';
import type { Day } from '#domain/day';
import type { EntityManager } from '../../../orm.ts';
import { sql, uuids } from '../../../sql.ts';
import { stageLabel } from '../case-row.ts';
import type { NameOf } from '../names.ts';
import { told } from '../told.ts';
import { seen } from '../visible.ts';
import type { Sight } from '../visible.ts';

const phases: Record<InspectionPhase, string> = { midterm: '中期检查', final: '终期检查' };
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const arranged = ({ inspections }: PairingState): [InspectionPhase, Inspection][] =>
  (['midterm', 'final'] as const).flatMap((phase) => {
    const inspection = inspections[phase];
    return inspection ? [[phase, inspection] as [InspectionPhase, Inspection]] : [];
  });
const checkIds = (state: PairingState): string[] =>
  arranged(state).flatMap(([, { checkId }]) => checkId ?? []);

/** Results with the words of their checks; outside the bureau those that were published. */
export async function inspections(
  em: EntityManager,
  sight: Sight,
  state: PairingState,
): Promise<PairingBody['inspections']> {
  const words = await told(em, checkIds(state), ['hand-in']);
  return arranged(state).flatMap(([phase, { on, scores, checkId, approvedBy }]) => {
    const approved = approvedBy !== undefined;
    if (!scores || (sight !== 'all' && !approved)) return [];
    const form = words.get(checkId ?? '')?.at(-1)?.form;
    const given = Object.entries(scores);
    return [
      {
        ...{ phase, phaseLabel: phases[phase], on, approved },
        scores: given.map(([area, score]) => ({ area, label: areaLabel(area), score })),
        ...{ findings: textOf(form?.summary), demands: textOf(form?.demands) || null },
      },
    ];
  });
}

/** Where each inspection is carried out, and how far it is. */
export async function checks(
  em: EntityManager,
  sight: Sight,
  state: PairingState,
  nameOf: NameOf,
): Promise<PairingBody['checks']> {
  const ids = checkIds(state);
  if (ids.length === 0) return [];
  const rows = await em.execute<{ id: string; number: string; stage: string; on: Day }[]>(sql`
    select c.id, c.number, c.stage, c.state ->> 'on' "on" from case_file c
     where c.id = any(${uuids(ids)}) and ${seen(sight, sql`c.id`)}`);
  return arranged(state).flatMap(([phase, { checkId, visitedId }]) => {
    const row = rows.find(({ id }) => id === checkId);
    if (!row) return [];
    const { id: caseId, number, stage, on } = row;
    const where = { phase, phaseLabel: phases[phase], visited: nameOf(visitedId) ?? '' };
    return [{ ...where, caseId, number, on, stageLabel: stageLabel('on-site-check', stage) }];
  });
}
