import { addDays, type Day } from '#domain/day';
import { itemId, works } from '../content/plan-items.ts';
import type { Days } from '../days.ts';
import type { Line } from '../line.ts';
import { PairStory } from './pair-story.ts';

/** The usual way to an agreed plan, in time. */
export const usual = {
  confirm: [49, 48],
  group: [44, 42],
  pledge: [37, 36],
  file: 35,
  needs: 30,
  plan: 24,
  agree: 22,
} as const;
const early = ['finance.prices', 'it.emergency', 'publicity.channels', 'performance.voices'];

/** Everything falls due ahead, the later items of the plan later. */
export const dueAhead =
  (days: Days) =>
  (code: string): Day =>
    days.ahead(6 + 3 * Number(itemId(code)));

/** Carried out as agreed, with a weekly report every week, unless the story says otherwise. */
function doing(
  days: Days,
  pilot: string,
  assisted: string,
  dueOf: (code: string) => Day = dueAhead(days),
): PairStory {
  const story = new PairStory(days, { pilot, assisted }).prepare(usual, dueOf);
  for (const [turn, { code }] of works.entries()) {
    if (early.includes(code)) story.report(18 - Math.floor(turn / 2), itemId(code), 'done');
    else if (turn % 3 === 0) story.report(20 - Math.floor(turn / 2), itemId(code), 'doing');
  }
  return story;
}

/** Several items are late, one was sent back. */
function shunyi(days: Days): PairStory {
  const late: Record<string, Day> = {
    'medical.emergency': days.ago(8),
    'finance.charging': days.ago(4),
    'it.data': days.ago(2),
  };
  const story = doing(days, 'youyi', 'shunyi', (code) => late[code] ?? dueAhead(days)(code)).weekly({
    agree: usual.agree,
  });
  const publicity = itemId('publicity.plan');
  return story
    .report(11, itemId('medical.service'), 'done')
    .report(4, publicity, 'done')
    .act('inspector2', 3, 'return-item', {
      itemId: publicity,
      due: days.ahead(6),
      reason: '现场抽问窗口人员5人，2人答不出退费规定，请补训后重报。',
    });
}

/** The weekly report is missed twice in a row. */
const pingguyiyuan = (days: Days) =>
  doing(days, 'chaoyang', 'pingguyiyuan').weekly({
    agree: usual.agree,
    leaveOut: (week) => week >= addDays(days.week, -14),
  });

/** The pilot says that one problem is solved, which the bureau has to see; on the other it works. */
const huairou = (days: Days) =>
  doing(days, 'chaoyang', 'huairou')
    .weekly({ agree: usual.agree })
    .raise(6, 'pilot', {
      area: 'pharmacy',
      what: '常用药对比表中有36种药本院与试点医院规格不同，无法直接套用。',
      measure: '请试点医院提供按最小单位折算的模板。',
    })
    .solve(1, 'pilot', 5, 'sign-for')
    .solve(1, 'pilot', 2, 'report-done', {
      report: '已按最小单位重做模板并发给怀柔医院药学部，另附折算公式说明。',
    })
    .raise(3, 'pilot', {
      area: 'it',
      what: '医保接口升级后，跨院结算偶发超时，高峰期每小时3至5笔。',
      measure: '请试点医院信息中心协助查找原因。',
    })
    .solve(2, 'pilot', 2, 'sign-for');

/** The pilot has not even signed for it: the head of the section and the leader were told. */
const fuxing = (days: Days) =>
  doing(days, 'jishuitan', 'fuxing').weekly({ agree: usual.agree }).raise(8, 'pilot', {
    area: 'finance',
    what: '介入类耗材改革前后编码不一致，退费时原项目已停用，无法冲销。',
    measure: '请明确停用项目的退费办法。',
  });

/** Neither hospital can solve it: a section of the bureau is at it, and late. */
const chuiyangliu = (days: Days) =>
  doing(days, 'tongren', 'chuiyangliu')
    .weekly({ agree: usual.agree })
    .raise(15, 'medical', {
      area: 'insurance',
      what: '患者跨区转诊后，医事服务费报销口径各区不一，患者投诉较多。',
      measure: '请协调统一口径。',
    })
    .solve(1, 'head2', 14, 'sign-for')
    .solve(1, 'head2', 8, 'report-progress', {
      progress: 40,
      report: '已与市医保局经办科室电话沟通，对方答复将统一培训，时间未定。',
    });

/** The hospital asks to end before the term; the leader has to decide. */
const daxing = (days: Days) =>
  doing(days, 'tongren', 'daxing')
    .weekly({ agree: usual.agree })
    .report(3, itemId('finance.refunds'), 'done')
    .act('assisted', 2, 'propose-ending', {
      reason: 'early',
      ground:
        '改革启动平稳，计划事项多数完成；本院已列入区级紧密型医联体建设，拟并入专项统一推进，申请提前终止。',
    });

export const doingLines = (days: Days): Line[] =>
  [shunyi, pingguyiyuan, huairou, fuxing, chuiyangliu, daxing].flatMap((story) => story(days).lines);
