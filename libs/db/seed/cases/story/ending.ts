import { itemId, works } from '../content/plan-items.ts';
import type { Days } from '../days.ts';
import type { Line } from '../line.ts';
import { dueAhead } from './doing.ts';
import { PairStory } from './pair-story.ts';

/** Pairs that were quick. */
const quick = {
  confirm: [49, 49],
  group: [46, 46],
  pledge: [43, 42],
  file: 41,
  needs: 38,
  plan: 35,
  agree: 33,
} as const;

const approved = { decision: 'approve', note: '同意，印发通报。' };

/** All items of the plan done, two a working day, the last `until` working days ago. */
function allDone(story: PairStory, until: number): PairStory {
  for (const [turn, { code }] of works.entries())
    story.report(until + Math.floor((works.length - turn) / 2), itemId(code), 'done');
  return story;
}

/** Every other item done, the rest under way. */
function halfDone(story: PairStory): PairStory {
  for (const [turn, { code }] of works.entries())
    story.report(26 - turn, itemId(code), turn % 2 === 0 ? 'done' : 'doing');
  return story;
}

/** On time in everything; the midterm inspection is approved and its bulletin issued. */
const luhe = (days: Days) =>
  halfDone(new PairStory(days, { pilot: 'youyi', assisted: 'luhe' }).prepare(quick, dueAhead(days)))
    .weekly({ agree: quick.agree })
    .raise(24, 'pilot', {
      area: 'it',
      what: '自助机程序改造厂商排期紧，赶不上改革启动。',
      measure: '请试点医院协调同一厂商先行部署。',
    })
    .solve(1, 'pilot', 23, 'sign-for')
    .solve(1, 'pilot', 22, 'report-done', {
      report: '已协调厂商抽调两名工程师，本周五前完成部署，我院派人到场。',
    })
    .solve(1, 'inspector1', 21, 'review', { decision: 'accept', reason: '自助机已全部上线。' })
    .solve(1, 'head1', 20, 'strike-off', { decision: 'strike' })
    .inspect('midterm', [12, 10, 9], ['inspector1', 'inspector2'], {
      base: 88,
      summary:
        '实地查看门诊、收费和药房，访谈职工12人、患者20人。专班运转正常，计划22项完成11项，启动当日平稳；试点医院到院指导4次、讲课2次，作用明显。',
      demands: '一是补齐夜间应急演练记录；二是用药咨询门诊应固定开诊时间并公示。',
      failed: ['it.emergency', 'pharmacy.advice'],
    })
    .act('leader1', 7, 'approve-midterm', approved)
    .signs('midterm', 6);

/** The midterm inspection is handed in and waits for the leader. */
const fengtai = (days: Days) =>
  halfDone(new PairStory(days, { pilot: 'tiantan', assisted: 'fengtai' }).prepare(quick, dueAhead(days)))
    .weekly({ agree: quick.agree })
    .inspect('midterm', [5, 3, 2], ['inspector2', 'head2'], {
      base: 76,
      summary:
        '计划执行总体有序，信息切换演练扎实。宣传折页数量不足，医保衔接口径培训只覆盖到窗口，病区人员不熟。',
      demands: '一个月内完成病区人员医保口径培训，并报送签到和测试结果。',
      failed: ['publicity.channels'],
    });

/** Ended well before the term; the pilot's summary is in, the assisted hospital's papers are owed. */
const shijingshan = (days: Days) =>
  allDone(
    new PairStory(days, { pilot: 'tiantan', assisted: 'shijingshan' }).prepare(quick, dueAhead(days)),
    9,
  )
    .weekly({ agree: quick.agree, until: 5 })
    .inspect('midterm', [23, 21, 20], ['inspector1', 'inspector3'], {
      base: 85,
      summary: '进度快于计划，退费和药价查询两项做法可在全市推广。',
    })
    .act('leader1', 18, 'approve-midterm', approved)
    .signs('midterm', 17)
    .inspect('final', [8, 7, 6], ['inspector1', 'inspector3'], {
      base: 90,
      summary: '计划22项全部完成；启动后门诊次均药费下降，投诉逐周减少。双方商定提前结束帮带。',
    })
    .act('leader1', 4, 'approve-final', approved)
    .signs('final', 3)
    .act('pilot', 2, 'hand-in-summary', {
      text: '帮带期间现场指导6次、讲课4次、共享制度文本23份；退费、切换演练两项经验已整理成册。建议今后把夜间演练列为必做项目。',
    });

/** Completed, closed and in the archive. */
const zhongguancun = (days: Days) =>
  allDone(
    new PairStory(days, { pilot: 'tongren', assisted: 'zhongguancun' }).prepare(quick, dueAhead(days)),
    17,
  )
    .weekly({ agree: quick.agree, until: 13 })
    .inspect('midterm', [25, 24, 23], ['inspector2', 'head2'], {
      base: 84,
      summary: '专班负责人每周到场，问题不过夜；常用药对比表实用。',
    })
    .act('leader1', 22, 'approve-midterm', approved)
    .signs('midterm', 21)
    .inspect('final', [16, 15, 14], ['inspector2', 'head2'], {
      base: 91,
      summary: '22项工作全部完成，佐证材料齐全，职工和患者满意度较高。',
    })
    .act('leader1', 12, 'approve-final', approved)
    .signs('final', 11)
    .act('pilot', 10, 'hand-in-summary', {
      text: '共到院指导5次、讲课3次；帮助建立常用药对比表和退费快速通道。',
    })
    .act('assisted', 9, 'hand-in-statement', {
      text: '启动以来门诊秩序平稳，药占比由33%降至28%，退费平均用时由25分钟降至8分钟，用药咨询门诊累计接待230人次。',
    })
    .act('assisted', 9, 'hand-in-handover', {
      text: '移交：应急预案1份、切换方案1份、培训课件6份、价表核对记录1套、监测数据台账1套。',
    })
    .act('inspector1', 7, 'close', { note: '材料齐全，准予办结。' })
    .act('archivist1', 3, 'archive', {
      volume: `结对-${days.ago(3).slice(0, 4)}-002`,
      note: '卷内文件19件。',
    });

export const endingLines = (days: Days): Line[] =>
  [luhe, fengtai, shijingshan, zhongguancun].flatMap((story) => story(days).lines);
