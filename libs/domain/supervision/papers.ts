import type { Effect, OpenTodo } from '../case.ts';
import type { RungPaper } from '../ladder.ts';

/** The papers of a ladder by the code of their template; a reminder is a message and no paper. */
export const rungNotices: Record<Exclude<RungPaper, 'reminder'>, { code: string; series: string }> = {
  urge: { code: 'urge-letter', series: 'letter' },
  supervise: { code: 'supervision-letter', series: 'letter' },
  interview: { code: 'interview-notice', series: 'letter' },
  circular: { code: 'work-circular', series: 'bulletin' },
};

/** Issued to the organisation that is late; nothing where the work lies in the bureau itself. */
export function paperEffect(
  key: string,
  { office, step, round, deadline }: OpenTodo,
  paper: RungPaper,
  rung: string,
): Effect[] {
  if (paper === 'reminder' || !('orgId' in office) || !deadline) return [];
  const params = { todo: key, step, round, due: deadline.due, start: deadline.start, rung };
  return [{ type: 'issueNotice', ...rungNotices[paper], to: [office.orgId], params }];
}
