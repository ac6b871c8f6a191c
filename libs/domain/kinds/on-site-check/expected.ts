import type { Expected } from '../../case.ts';
import type { Step } from '../../kind.ts';
import { bureau, todoRound, type OnSiteCheckState } from './state.ts';

const step = (label: string, action: string, rule?: string): Step => ({
  label,
  action,
  ...(rule ? { rule: `on-site-check.${rule}` } : {}),
});

export const steps: Record<string, Step> = {
  check: step('到现场核查', 'hand-in'),
  confirm: step('确认检查结果', 'confirm', 'confirm'),
  sign: step('签字或提出异议', 'sign', 'sign'),
  'answer-objection': step('处理异议', 'answer-objection', 'answer-objection'),
  file: step('案卷归档', 'file', 'file'),
};

/** Each checker has the visit on his own desk; afterwards whoever did not hand it in confirms it. */
export function expected(state: OnSiteCheckState): Expected[] {
  const { stage, checkers, on, round, visitedId, handedIn = [] } = state;
  switch (stage) {
    case 'planned':
      return checkers.map(({ personId, role }, index) => ({
        step: 'check',
        round: todoRound(state, index),
        office: bureau(role),
        holder: personId,
        due: on,
      }));
    case 'confirming':
      return checkers.flatMap(({ personId, role }, index) =>
        handedIn.includes(personId)
          ? []
          : [{ step: 'confirm', round: todoRound(state, index), office: bureau(role), holder: personId }],
      );
    case 'signing':
      return [{ step: 'sign', round: String(round), office: { orgId: visitedId, role: 'liaison' } }];
    case 'objected':
      return [{ step: 'answer-objection', round: String(state.objections), office: bureau('section-head') }];
    case 'filing':
      return [{ step: 'file', round: '1', office: bureau('archivist') }];
    default:
      return [];
  }
}
