import type { ActReceipt } from '#contracts/case';
import { newId } from '#db/id';
import type { Day } from '#domain/day';
import type { Players } from './players.ts';

const acts: [login: string, action: string, form: (today: Day) => object][] = [
  ['inspector1', 'submit', () => ({ version: 1 })],
  ['head1', 'review', () => ({ decision: 'pass' })],
  ['leader1', 'sign', () => ({ decision: 'sign' })],
  ['archivist1', 'note-seal', (today) => ({ sealedOn: today, copies: 3, sealedBy: '办公室 吴素云' })],
  ['inspector1', 'send', () => ({ handed: [] })],
];
export const actsPerDispatch = acts.length;

/** One paper from its first word to its receivers, as five people would play it; each act may be sent twice. */
export async function playDispatch(
  players: Players,
  today: Day,
  turn: number,
  to: readonly string[],
): Promise<string> {
  const title = `做好第${turn + 1}轮断电演练工作`;
  const caseId = await players.whenLet(() => draft(players, title, to));
  for (const [login, action, filled] of acts) await players.actWhenLet(login, caseId, action, filled(today));
  return caseId;
}

async function draft(players: Players, title: string, to: readonly string[]): Promise<string> {
  const drafter = await players.person('inspector1');
  const opening = { actId: newId(), form: { paper: 'general-notice', title } };
  const open = () => drafter.post<ActReceipt>('/api/dispatches', opening);
  const caseIds = new Set((await Promise.all([open(), open()])).map(({ body }) => body.caseId));
  const [caseId = ''] = caseIds;
  if (caseIds.size !== 1) throw new Error(`one draft was opened as ${[...caseIds].join(' and ')}`);
  const form = {
    ...{ title, opening: '现将有关事项通知如下：', contact: '改革发展处 李明远', to },
    sections: [{ heading: '演练安排', text: '各医院按各自预案演练，不影响门诊。' }],
  };
  const kept = await drafter.post(`/api/dispatches/${caseId}/text`, { version: 0, form });
  if (kept.status !== 200) throw new Error(`text: ${kept.status} ${JSON.stringify(kept.body)}`);
  return caseId;
}
