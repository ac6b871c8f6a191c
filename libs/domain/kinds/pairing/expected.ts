import type { Expected } from '../../case.ts';
import { addDays, daysBetween } from '../../day.ts';
import { at, bureau, otherSide, type PairingState, type Side } from './state.ts';

const both: readonly Side[] = ['pilot', 'assisted'];

/** Half of the term, when the bureau inspects for the first time. */
export const midterm = ({ from, to }: Pick<PairingState, 'from' | 'to'>): string =>
  addDays(from, Math.floor(daysBetween(from, to) / 2));

function preparing(state: PairingState): Expected[] {
  const missing = (done: Partial<Record<Side, unknown>>) => both.filter((side) => !done[side]);
  switch (state.stage) {
    case 'confirming':
      if (state.objection) {
        return [
          { step: 'decide-objection', round: String(state.objection.round), office: bureau('section-head') },
        ];
      }
      return missing(state.confirmedBy).map((side) => ({
        step: 'confirm',
        round: side,
        office: at(state, side, 'liaison'),
      }));
    case 'forming':
      return missing(state.grouped).map((side) => ({
        step: 'file-group',
        round: side,
        office: at(state, side, 'liaison'),
      }));
    case 'pledging': {
      const unsigned = missing(state.pledgedBy);
      if (unsigned.length === 0) return [{ step: 'file-pledge', round: '1', office: bureau('inspector') }];
      return unsigned.map((side) => ({
        step: 'sign-pledge',
        round: side,
        office: at(state, side, 'principal'),
      }));
    }
    case 'needs':
      return [{ step: 'file-needs', round: '1', office: at(state, 'assisted', 'liaison') }];
    case 'planning': {
      const round = String(state.plan.round);
      const { submittedBy } = state.plan;
      if (!submittedBy) return [{ step: 'submit-plan', round, office: at(state, 'assisted', 'liaison') }];
      return [{ step: 'agree-plan', round, office: at(state, otherSide(submittedBy), 'liaison') }];
    }
    default:
      return [];
  }
}

function inspections(state: PairingState): Expected[] {
  const phase = state.inspections.midterm?.approvedBy ? 'final' : 'midterm';
  const inspection = state.inspections[phase];
  const round = String(state.inspectionRounds[phase]);
  // In between the check has its own todos.
  if (inspection)
    return inspection.scores && !inspection.approvedBy
      ? [{ step: `approve-${phase}`, round, office: bureau('leader') }]
      : [];
  const due = phase === 'midterm' ? midterm(state) : state.to;
  return [{ step: `inspect-${phase}`, round, office: bureau('inspector'), due }];
}

function doing(state: PairingState): Expected[] {
  const items = state.plan.items.filter((item) => item.status === 'todo' || item.status === 'doing');
  return [
    ...items.map((item) => ({
      step: 'report-item',
      round: `${item.id}.${item.round}`,
      office: at(state, item.side, 'liaison'),
      due: item.due,
    })),
    ...state.weeks.map((week) => ({
      step: 'weekly-report',
      round: week,
      office: at(state, 'assisted', 'liaison'),
      start: addDays(week, -1),
    })),
    ...inspections(state),
  ];
}

function closing(state: PairingState): Expected[] {
  const owed: Expected[] = [];
  if (!state.handedIn.summary)
    owed.push({ step: 'hand-in-summary', round: '1', office: at(state, 'pilot', 'liaison') });
  if (!state.handedIn.statement)
    owed.push({ step: 'hand-in-statement', round: '1', office: at(state, 'assisted', 'liaison') });
  if (!state.handedIn.handover)
    owed.push({ step: 'hand-in-handover', round: '1', office: at(state, 'assisted', 'liaison') });
  return owed.length > 0 ? owed : [{ step: 'close', round: '1', office: bureau('inspector') }];
}

/** What a pair waits for: one line per piece of work owed (source 000; order and limits process-law.md §6). */
export function expected(state: PairingState): Expected[] {
  const ending: Expected[] = state.ending
    ? [{ step: 'decide-ending', round: String(state.ending.round), office: bureau('leader') }]
    : [];
  if (state.stage === 'doing') return [...ending, ...doing(state)];
  if (state.stage === 'closing') return [...ending, ...closing(state)];
  if (state.stage === 'archiving') return [{ step: 'archive', round: '1', office: bureau('archivist') }];
  return [...ending, ...preparing(state)];
}
