import { untilAtLast } from '#tests/harness/poll';
import type { Desk } from './desk.ts';
import type { Players } from './players.ts';
import type { Kill, PartName, Round } from './schedule.ts';

/** Kills as the round says, a few acts let through at every kill. */
export async function killRound(
  desk: Desk,
  { kills, then }: Round,
  players: Players,
  share: number,
): Promise<void> {
  let before: PartName | undefined;
  desk.tell(`${players.answers.length} acts answered`);
  for (const kill of kills) {
    await momentOf(desk, kill, before);
    players.let(share);
    if (kill.part === 'everything' || kill.part === 'supervisor') {
      await desk.cut(kill.part);
      continue;
    }
    const { part } = kill;
    // One that is down already is killed as soon as it is started again.
    desk.kill(part, await started(desk, part));
    before = part;
  }
  const answered = players.answers.length;
  if (then === 'all is well') {
    await untilAtLast('all is well', () => desk.isWell());
    desk.tell('all is well');
  }
  // As many as were let through at one kill: the next one comes while others are under way.
  if (then === 'acts are answered')
    await untilAtLast(then, async () => players.answers.length >= answered + share || players.idle);
  if (before) await started(desk, before);
}

const started = (desk: Desk, part: PartName): Promise<number> =>
  untilAtLast(`${part} is started again`, async () => desk.alive(part));

async function momentOf(desk: Desk, { when }: Kill, before: PartName | undefined): Promise<void> {
  if (!before || when === 'at once') return;
  await untilAtLast(
    `${before} ${when}`,
    async () =>
      desk.alive(before) !== undefined || (when === 'when its loss shows' && !(await desk.isWell())),
  );
}
