import type { Expected } from '../../case.ts';
import type { Step } from '../../kind.ts';
import { silenceExpected } from './silence.ts';
import { bureau, mostReturns, openParts, type CommitmentState } from './state.ts';

const step = (label: string, action: string, rule?: string): Step => ({
  label,
  action,
  ...(rule ? { rule: `commitment.${rule}` } : {}),
});

/** One step for each way of setting the day, so that a limit by rule keeps its derivation. */
export const steps: Record<string, Step> = {
  'sign-for': step('签收台账事项', 'sign-for', 'sign-for'),
  'report-done': step('办理台账事项', 'report-done'),
  'report-done-five-days': step('办理台账事项', 'report-done', 'rectify-five-days'),
  'report-done-half-month': step('办理台账事项', 'report-done', 'rectify-half-month'),
  'report-done-month': step('办理台账事项', 'report-done', 'rectify-month'),
  'helper-done': step('完成协办部分', 'helper-done'),
  review: step('审核办理结果', 'review', 'review'),
  'strike-off': step('销号', 'strike-off', 'strike-off'),
  'press-report': step('催报进展', 'press-report', 'press-report'),
  'report-late': step('补报进展', 'report-progress', 'report-late'),
  'decide-waiver': step('审批不再办理', 'decide-waiver', 'decide-waiver'),
};

function doing(state: CommitmentState): Expected[] {
  const { owner, limit, round, due, issuedOn } = state;
  const byRule = limit !== 'day' && round === 1;
  const lead: Expected = {
    step: byRule ? `report-done-${limit}` : 'report-done',
    round: String(round),
    office: { orgId: owner.orgId, role: owner.role },
    // Whoever signs late has not gained time by it.
    ...(byRule ? { start: issuedOn } : { due }),
    ...(owner.personId === undefined ? {} : { holder: owner.personId }),
  };
  const parts = openParts(state).map(({ id, orgId, role }): Expected => ({
    step: 'helper-done',
    round: id,
    office: { orgId, role },
    due,
  }));
  return [lead, ...parts];
}

function own(state: CommitmentState): Expected[] {
  const { owner, stage } = state;
  const round = String(state.round);
  switch (stage) {
    case 'signing': {
      const holder = owner.personId === undefined ? {} : { holder: owner.personId };
      return [{ step: 'sign-for', round, office: { orgId: owner.orgId, role: owner.role }, ...holder }];
    }
    case 'doing':
      return doing(state);
    case 'reviewing': {
      const judge = state.returns >= mostReturns ? 'section-head' : 'inspector';
      return [{ step: 'review', round, office: bureau(judge) }];
    }
    case 'striking':
      return [{ step: 'strike-off', round, office: bureau('section-head') }];
    default:
      return [];
  }
}

/** What a commitment waits for (process-law.md §4). */
export const expected = (state: CommitmentState): Expected[] => [
  ...own(state),
  ...silenceExpected(state),
  ...(state.waiver
    ? [{ step: 'decide-waiver', round: String(state.waiver.round), office: bureau('section-head') }]
    : []),
];
