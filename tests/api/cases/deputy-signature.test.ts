import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { testClock } from '#config/clock';
import { Absence, AbsencePost } from '#db/entities/absence';
import { newId } from '#db/id';
import { openOrm } from '#db/orm';
import type { MikroORM } from '#db/orm';
import { noticeToRender } from '#db/queries/papers/notice-to-render';
import { demoId, loadDemo } from '#db/seed/demo';
import { composeNotice } from '#render/paper';
import { freshDatabase } from '#tests/harness/databases';
import { playPair, toDoing } from './sample-pair.ts';

let orm: MikroORM;
beforeAll(async () => {
  orm = await openOrm(await freshDatabase(), { poolSize: 2 });
  await loadDemo(orm.em.fork(), { environment: 'test', clock: testClock('2026-11-23T01:00:00.000Z') });
});
afterAll(() => orm.close(true));

test('a letter of responsibility that a deputy signed has both names, the other signature its own alone', async () => {
  const em = orm.em.fork();
  const [personId, deputyId] = [demoId('person', 'youyi.principal'), demoId('person', 'youyi.liaison')];
  const absence = { id: newId(), personId, deputyId, from: '2026-11-21', to: '2026-11-21' };
  await em.insert(Absence, {
    ...{ ...absence, enteredById: personId, enteredAt: '2026-11-20T01:00:00.000Z', version: 1 },
  });
  const postId = demoId('post', 'youyi.principal/youyi/principal');
  await em.insert(AbsencePost, { absenceId: absence.id, postId });
  const acts = toDoing('youyi', 'xuanwu').slice(0, 6);
  const signing = acts.map(([day, player, ...act]) => {
    const by = player === 'youyi.principal' ? 'youyi.liaison for youyi.principal' : player;
    return [day, by, ...act] as (typeof acts)[number];
  });
  const caseId = await playPair(orm, 'youyi', 'xuanwu', signing);

  const names = await em.execute<{ id: string; name: string }[]>('select id, name from person');
  const nameOf = (login: string) => names.find(({ id }) => id === demoId('person', login))?.name;
  const [ref] = await em.execute<{ id: string }[]>(
    `select id from notice where case_id = ? and code = 'responsibility-letter'`,
    [caseId],
  );
  const notice = ref && (await noticeToRender(em, ref.id));
  if (!notice?.content) throw new Error('no letter');
  const printed = JSON.stringify(composeNotice(notice.code, notice.content));
  expect(printed).toContain(`${nameOf('youyi.liaison')}（代${nameOf('youyi.principal')}）`);
  expect(printed).toContain(`${nameOf('xuanwu.principal')}`);
  expect(printed).not.toContain(`代${nameOf('xuanwu.principal')}`);
});
