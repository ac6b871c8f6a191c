import { action, type Action } from '../../kind.ts';
import { refuse } from '../../permission.ts';
import * as forms from './forms.ts';
import { openChecks, tell } from './inspecting.ts';
import { bureau, hospital, openProblems, type PairingState } from './state.ts';

type State = PairingState;
type HandIn = keyof State['handedIn'];
function handIn(what: HandIn, label: string, side: 'pilot' | 'assisted'): Action<State> {
  return action({
    label,
    verb: '提交',
    stages: ['closing'],
    by: (state: State) => hospital(state, side),
    unless: (state: State) => (state.handedIn[what] ? refuse('handed-in', `${label}已经完成。`) : undefined),
    form: forms.handIn,
    fields: forms.nothing,
    apply: (state) => ({ state: { ...state, handedIn: { ...state.handedIn, [what]: true } }, effects: [] }),
  });
}

/** Stages in which a pair is not over yet. */
const running = ['confirming', 'forming', 'pledging', 'needs', 'planning', 'doing', 'closing'];

const told = (
  state: State,
): { type: 'tellCase'; caseId: string; action: string; fields: Record<string, string> }[] =>
  state.campaignId
    ? [
        {
          type: 'tellCase',
          caseId: state.campaignId,
          action: 'member-ended',
          fields: { end: state.end ?? 'completed' },
        },
      ]
    : [];

/** Closing, renewal, replacement, early end, archive (source 000 四; process-law.md §6). */
export const ending: Record<string, Action<State>> = {
  'hand-in-summary': handIn('summary', '提交帮带总结', 'pilot'),
  'hand-in-statement': handIn('statement', '提交成效说明', 'assisted'),
  'hand-in-handover': handIn('handover', '提交移交清单', 'assisted'),
  close: action({
    label: '结对办结',
    verb: '办结并移交归档',
    stages: ['closing'],
    by: () => [bureau('inspector'), bureau('section-head')],
    unless: (state: State) => {
      const { summary, statement, handover } = state.handedIn;
      if (!summary || !statement || !handover) return refuse('papers', '总结、成效说明和移交清单尚未齐全。');
      const open = openProblems(state).length;
      if (open > 0)
        return refuse(
          'problems',
          `还有${open}个问题的台账事项没有办结，销号或者批准不再办理以后，才能办结结对。`,
        );
      return state.ending ? refuse('ending', '有待审批的续签、更换或终止申请。') : undefined;
    },
    consequences: () => ['结对办结，案卷在{pairing.archive}内归档；办结后双方不能再办理。'],
    form: forms.close,
    fields: forms.nothing,
    apply: (state) => ({ state: { ...state, stage: 'archiving', end: 'completed' }, effects: [] }),
  }),
  archive: action({
    label: '归档',
    verb: '归档',
    stages: ['archiving'],
    by: () => [bureau('archivist')],
    form: forms.archive,
    fields: forms.nothing,
    apply: (state, event) => ({
      state: { ...state, stage: 'archived', closedAt: event.at },
      effects: told(state),
    }),
  }),
  'propose-ending': action({
    label: '申请续签、更换或终止',
    verb: '提交申请',
    stages: running,
    by: (state: State) => [...hospital(state, 'assisted', 'pilot'), bureau('inspector')],
    unless: (state: State) => (state.ending ? refuse('ending', '已有待审批的申请。') : undefined),
    consequences: () => ['申请由分管领导审批，审批前结对照常进行。'],
    form: forms.proposeEnding,
    fields: forms.proposeEnding.pick({ reason: true, newPilotId: true, newTo: true }),
    apply: (state, event) => {
      const { reason, newPilotId, newTo } = event.fields;
      if (reason === 'replaced' && !newPilotId)
        return refuse('new-pilot', '请选择新的试点医院。', 'newPilotId');
      if (reason === 'replaced' && (newPilotId === state.assistedId || newPilotId === state.pilotId)) {
        return refuse('new-pilot', '新的试点医院不能是本结对的任何一方。', 'newPilotId');
      }
      if (reason === 'renewed' && state.stage !== 'closing')
        return refuse('renewal', '终期检查通报后才能申请续签。', 'reason');
      if (reason === 'renewed' && (!newTo || newTo <= state.to))
        return refuse('new-to', `请填写晚于${state.to}的新到期日。`, 'newTo');
      const round = state.endings + 1;
      const proposed = {
        reason: reason as 'renewed' | 'replaced' | 'early',
        proposedBy: event.who.personId ?? '',
        newPilotId,
        newTo,
        round,
      };
      return { state: { ...state, endings: round, ending: proposed }, effects: [] };
    },
  }),
  'decide-ending': action({
    label: '审批续签、更换或终止',
    verb: '作出审批',
    stages: running,
    by: () => [bureau('leader'), bureau('chief-leader')],
    route: 'pairing.decide-ending',
    approves: ({ decision }) => decision === 'approve',
    apartFrom: ['propose-ending'],
    consequences: () => ['同意的，本结对办结并转归档；续签或更换的，同时立项新的结对。'],
    form: forms.decideEnding,
    fields: forms.decideEnding.pick({ decision: true }),
    apply: (state: State, event) => {
      const proposed = state.ending;
      if (!proposed) return refuse('no-ending', '没有待审批的申请。');
      if (event.fields.decision === 'refuse') return { state: { ...state, ending: undefined }, effects: [] };
      const ended: State = {
        ...state,
        ending: undefined,
        weeks: [],
        stage: 'archiving',
        end: proposed.reason,
      };
      const dropped = openChecks(state).map((checkId) => tell(checkId, 'dropped'));
      if (proposed.reason === 'early') return { state: ended, effects: dropped };
      const next = {
        pilotId: proposed.newPilotId ?? state.pilotId,
        assistedId: state.assistedId,
        from: event.day,
        to: proposed.newTo ?? state.to,
        launchOn: state.launchOn,
        areas: state.areas.join(','),
        campaignId: state.campaignId ?? '',
      };
      return { state: ended, effects: [...dropped, { type: 'openCase', kind: 'pairing', fields: next }] };
    },
  }),
};

/** What is taken back before anybody signed. */
export const withdrawn = {
  'decide-ending': (state: State): State => ({ ...state, ending: undefined }),
};
