import { z } from 'zod';
import type { OuterEffect } from '../../case.ts';
import type { Day } from '../../day.ts';
import { action, type Action, type Outcome } from '../../kind.ts';
import { isRefusal, refuse } from '../../permission.ts';
import { namedCheckers } from '../on-site-check/checkers.ts';
import { areaCodes } from './areas.ts';
import * as forms from './forms.ts';
import {
  bureau,
  orgOf,
  otherSide,
  type Inspection,
  type InspectionPhase,
  type PairingState,
} from './state.ts';

type State = PairingState;
const phaseLabels: Record<InspectionPhase, string> = { midterm: '中期检查', final: '终期检查' };
const phases = Object.keys(phaseLabels) as [InspectionPhase, ...InspectionPhase[]];
const phase = z.enum(phases);

const changed = (state: State, of: InspectionPhase, inspection: Inspection): State => ({
  ...state,
  inspections: { ...state.inspections, [of]: inspection },
});
export const tell = (caseId: string, code: string, fields: Record<string, string> = {}): OuterEffect => ({
  ...{ type: 'tellCase', caseId, action: code, fields },
});
/** Checks whose result nobody has published: with the pair they end. */
export const openChecks = ({ inspections }: State): string[] =>
  Object.values(inspections).flatMap(({ checkId, approvedBy }) => (checkId && !approvedBy ? [checkId] : []));

function inspect(of: InspectionPhase): Action<State> {
  return action({
    label: phaseLabels[of],
    verb: `安排${phaseLabels[of]}`,
    stages: ['doing'],
    by: () => [bureau('inspector')],
    unless: (state: State) => {
      if (of === 'final' && !state.inspections.midterm?.approvedBy)
        return refuse('midterm', '中期检查通报后才能进行终期检查。');
      return state.inspections[of] ? refuse('inspected', `${phaseLabels[of]}已经安排。`) : undefined;
    },
    consequences: () => [
      '检查人员的工作台上立即出现这次现场核查；双方医院看得到时间、地点和检查内容。',
      '结果由一名检查人员提交、另一名确认，再由分管领导审批通报；通报印发前，医院看不到结果。',
    ],
    form: forms.inspect,
    fields: z.object({
      visited: z.enum(['pilot', 'assisted']),
      on: forms.inspect.shape.on,
      checkers: z.array(z.uuid()).min(2).max(6),
    }),
    apply: (state: State, { fields: { visited, on, checkers }, facts, day }) => {
      if (on < day) return refuse('on', '检查日期不能早于今天。', 'on');
      const named = namedCheckers(checkers, facts.persons ?? [], [state.pilotId, state.assistedId]);
      if (isRefusal(named)) return named;
      const visitedId = orgOf(state, visited);
      const ordered = {
        ...{ visitedId, concerned: orgOf(state, otherSide(visited)), on },
        checkers: named.map(({ personId, role }) => `${personId}:${role}`).join(','),
        ...{ groups: state.areas.join(','), scored: 1, reserved: 1 },
        ...{ sourceKind: 'pairing', sourceItem: of },
      };
      return {
        state: changed(state, of, { visitedId, on }),
        effects: [{ type: 'openCase', kind: 'on-site-check', fields: ordered }],
      };
    },
  });
}

/** 退回: the same check goes another round. */
function returned(state: State, of: InspectionPhase, inspection: Inspection, on: Day): Outcome<State> {
  const { scores: _void, ...again } = inspection;
  const inspectionRounds = { ...state.inspectionRounds, [of]: state.inspectionRounds[of] + 1 };
  return {
    state: { ...changed(state, of, { ...again, on }), inspectionRounds },
    effects: inspection.checkId ? [tell(inspection.checkId, 'returned', { on })] : [],
  };
}

function approve(of: InspectionPhase): Action<State> {
  return action({
    label: `审批${phaseLabels[of]}通报`,
    verb: '作出审批',
    stages: ['doing'],
    by: () => [bureau('leader'), bureau('chief-leader')],
    route: 'pairing.approve-inspection',
    approves: ({ decision }) => decision === 'approve',
    apartFrom: [`inspect-${of}`],
    consequences: () => [
      '同意的，检查情况通报取得文号并送双方医院，被查医院随后签字；退回的，由检查人员按新的日期重新检查。',
    ],
    paper: () => ({ code: 'inspection-bulletin', params: { phase: of } }),
    form: forms.decideInspection,
    fields: z.object({ decision: z.enum(['approve', 'return']), on: forms.decideInspection.shape.on }),
    apply: (state: State, { fields: { decision, on }, who, day }) => {
      const inspection = state.inspections[of];
      if (!inspection?.scores) return refuse('nothing', '没有待审批的检查结果。');
      if (decision === 'return')
        return on === undefined || on < day
          ? refuse('on', '退回时请确定重新检查的日期，不能早于今天。', 'on')
          : returned(state, of, inspection, on);
      const approved = changed(state, of, { ...inspection, approvedBy: who.personId });
      const closes = of === 'final' ? { stage: 'closing', weeks: [] } : {};
      return {
        state: { ...approved, ...closes },
        effects: [
          {
            ...{ type: 'issueNotice', code: 'inspection-bulletin' },
            ...{ to: [state.pilotId, state.assistedId], params: { phase: of } },
          },
          ...(inspection.checkId ? [tell(inspection.checkId, 'released')] : []),
        ],
      };
    },
  });
}

const scoreList = z
  .string()
  .transform((text) => Object.fromEntries(text.split(',').map((part) => part.split(':'))) as object)
  .pipe(z.partialRecord(z.enum(areaCodes), z.coerce.number().int().min(0).max(100).optional()));
const ids = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.uuid()));

/** Both inspections of a pair (source 000 四): ordered here, carried out in a check, published here. */
export const inspecting: Record<string, Action<State>> = {
  'inspect-midterm': inspect('midterm'),
  'approve-midterm': approve('midterm'),
  'inspect-final': inspect('final'),
  'approve-final': approve('final'),
  'check-opened': action({
    label: '现场核查已立项',
    verb: '',
    by: () => 'system',
    form: forms.nothing,
    fields: z.object({ item: phase, sourceCase: z.uuid() }),
    apply: (state: State, { fields: { item, sourceCase } }) => {
      const inspection = state.inspections[item];
      if (!inspection) return refuse('unknown-check', '没有安排这次检查。');
      // The pair may have ended while the check was on its way.
      const effects = state.stage === 'doing' ? [] : [tell(sourceCase, 'dropped')];
      return { state: changed(state, item, { ...inspection, checkId: sourceCase }), effects };
    },
  }),
  'check-ended': action({
    label: '检查结果已报送',
    verb: '',
    stages: ['doing'],
    by: () => 'system',
    form: forms.nothing,
    fields: z.object({
      ...{ item: phase, sourceCase: z.uuid(), on: forms.inspect.shape.on, scores: scoreList, persons: ids },
    }),
    apply: (state: State, { fields: { item, sourceCase, on, scores, persons } }) => {
      const inspection = state.inspections[item];
      if (!inspection || inspection.approvedBy || inspection.scores)
        return refuse('unknown-check', '没有在等的检查结果。');
      const given = Object.fromEntries(state.areas.map((area) => [area, scores[area] ?? 0]));
      const code = `inspect-${item}`;
      // Whoever found it does not approve it.
      const hands = { ...state.hands, [code]: [...new Set([...(state.hands?.[code] ?? []), ...persons])] };
      const brought = { ...inspection, checkId: sourceCase, on, scores: given };
      return { state: { ...changed(state, item, brought), hands }, effects: [] };
    },
  }),
};
