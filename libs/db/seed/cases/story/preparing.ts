import type { Days } from '../days.ts';
import type { Line } from '../line.ts';
import { orgId } from '../actors.ts';
import { PairStory } from './pair-story.ts';

/** Pairs on their way to an agreed plan. */
export function preparingLines(days: Days): Line[] {
  return [miyun, haidian, changping, mentougou].flatMap((story) => story(days).lines);
}

/** Signed by one principal only; the other's list came late, with an objection before it. */
const miyun = (days: Days) =>
  new PairStory(days, { pilot: 'chaoyang', assisted: 'miyun' })
    .prepare({ confirm: [48] })
    .act('assisted', 47, 'object', {
      reason: '本院地处远郊，与试点医院相距较远，往来指导不便，建议就近结对。',
    })
    .act('head1', 43, 'decide-objection', {
      decision: 'keep',
      reason: '帮带以收费、信息和门诊流程为主，可以线上指导与集中驻点相结合，维持结对。',
    })
    .prepare({ group: [36, 19], pledge: [8] });

const haidian = (days: Days) =>
  new PairStory(days, { pilot: 'jishuitan', assisted: 'haidian' }).prepare({
    confirm: [48, 46],
    group: [38, 36],
    pledge: [20, 12],
    file: 7,
  });

/** The plan waits for the pilot's agreement. */
const changping = (days: Days) =>
  new PairStory(days, { pilot: 'youyi', assisted: 'changping' })
    .prepare({ confirm: [48, 47], group: [41, 39], pledge: [28, 26], file: 24, needs: 15 })
    .submitPlan(3, (code) => days.ahead(code.startsWith('it') ? 35 : 25));

/** The plan was returned. */
const mentougou = (days: Days) =>
  new PairStory(days, { pilot: 'tiantan', assisted: 'mentougou' })
    .prepare({ confirm: [49, 47], group: [40, 38], pledge: [27, 25], file: 23, needs: 17 })
    .submitPlan(8, () => days.ahead(20))
    .act('pilot', 5, 'return-plan', {
      reason: '各项时限相同，先后不分；信息切换应排在价表核对之后，演练至少安排两次，请补充责任人。',
    });

const replace = (newPilot: string, ground: string) => ({
  reason: 'replaced',
  newPilotId: orgId(newPilot),
  ground,
});
const agreed = { decision: 'approve', note: '同意更换，请双方做好交接。' };

/** Three pairs whose pilot was replaced, and the pairs that follow them from the start. */
export function replacedLines(days: Days): Line[] {
  const longfu = new PairStory(days, { pilot: 'youyi', assisted: 'longfu' })
    .prepare({ confirm: [49, 48], group: [44, 40], pledge: [undefined, 30] })
    .act(
      'pilot',
      11,
      'propose-ending',
      replace('tiantan', '我院正同时帮带三家医院，信息系统又在升级，难以抽出人员到隆福医院现场指导。'),
    )
    .act('leader1', 9, 'decide-ending', agreed);
  const second = new PairStory(days, { pilot: 'tiantan', assisted: 'longfu' }, 'longfu+').prepare({
    confirm: [7],
  });

  const liangxiang = new PairStory(days, { pilot: 'jishuitan', assisted: 'liangxiang' })
    .prepare({ confirm: [48, 47], group: [40, 38], pledge: [31, 29], file: 27 })
    .act(
      'assisted',
      6,
      'propose-ending',
      replace('tongren', '本院异地医保患者较多，结算问题突出，希望与在医保结算上经验较多的同仁医院结对。'),
    )
    .act('leader1', 4, 'decide-ending', agreed);
  const objected = new PairStory(days, { pilot: 'tongren', assisted: 'liangxiang' }, 'liangxiang+')
    .prepare({ confirm: [undefined, 3] })
    .act('pilot', 2, 'object', {
      reason: '我院已帮带三家医院，专班人手不足，建议另行安排距离较近的医院承担。',
    });

  const yanqing = new PairStory(days, { pilot: 'chaoyang', assisted: 'yanqing' })
    .prepare({ confirm: [49, 48], group: [undefined, 44] })
    .act(
      'inspector1',
      15,
      'propose-ending',
      replace(
        'jishuitan',
        '试点医院专班名单迟迟未报，多次催办无果；延庆区医院冬季骨伤患者多，与积水潭医院衔接更紧。',
      ),
    )
    .act('leader1', 12, 'decide-ending', agreed)
    .act('archivist1', 6, 'archive', {
      volume: `结对-${days.ago(6).slice(0, 4)}-001`,
      note: '更换结对医院，材料移交新结对。',
    });
  const forming = new PairStory(days, { pilot: 'jishuitan', assisted: 'yanqing' }, 'yanqing+').prepare({
    confirm: [10, 9],
    group: [5],
  });
  return [longfu, second, liangxiang, objected, yanqing, forming].flatMap(({ lines }) => lines);
}
