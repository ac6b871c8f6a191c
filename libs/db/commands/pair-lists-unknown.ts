import type { Clock } from '#config/clock';
import type { PairSideBody } from '#contracts/pair-list';
import { conflict, notFound } from '#contracts/problem';
import type { MessageCode } from '#domain/message-codes';
import { newId } from '../id.ts';
import type { EntityManager } from '../orm.ts';
import { pairList } from '../queries/pair-lists/view.ts';

/** The key of a message is indexed, and a name is not longer than this. */
const longestName = 100;

/** Asks the system administrators to register a hospital; a name is sent once for each list. */
export async function reportUnknown(
  em: EntityManager,
  clock: Clock,
  by: { name: string },
  id: string,
  { row, side }: PairSideBody,
): Promise<void> {
  const line = (await pairList(em, clock, id)).rows.find((one) => one.row === row);
  if (!line) throw notFound(`名单中没有第 ${row} 行。`);
  const unknown = line.problems.some((one) => one.code === 'unknown-hospital' && one.side === side);
  if (!unknown) throw conflict('这一处的医院已在机构名册中，不需要登记。', 'known');
  const written = side === 'pilot' ? line.pilotText : line.assistedText;
  const text = [...written.trim()].slice(0, longestName).join('');
  await em.execute(
    `insert into message (id, key, at, role, code, params)
     values (?, ?, ?, 'system-admin', ?, ?::jsonb) on conflict (key) do nothing`,
    [
      newId(),
      `unknown-hospital/${id}/${text}`,
      clock.now(),
      'unknown-hospital' satisfies MessageCode,
      JSON.stringify({ text, by: by.name }),
    ],
  );
}
