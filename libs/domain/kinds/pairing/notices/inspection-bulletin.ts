import { z } from 'zod';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { areaLabel } from '../areas.ts';
import type { InspectionPhase } from '../state.ts';

const phases: Record<InspectionPhase, string> = { midterm: '中期', final: '终期' };

export const inspectionBulletinData = group('检查情况通报', {
  /** Absent until the paper is issued: a draft. */
  number: words('发文字号').optional(),
  issuer: words('发文机关'),
  /** Title of the campaign. */
  title: words('批次名称'),
  phase: z.enum(['midterm', 'final'], '检查阶段应为midterm或者final。'),
  pilot: words('试点医院'),
  assisted: words('被帮带医院'),
  from: dayOf('结对起始日'),
  to: dayOf('结对截止日'),
  inspectedOn: dayOf('检查日期'),
  /** 0 to 100 per work area, by code. */
  scores: list(
    '得分',
    group('一个领域的得分', {
      code: words('领域代码'),
      score: z.int('得分应为整数。').min(0, '得分不能低于0。').max(100, '得分不能高于100。'),
    }),
  ),
  findings: words('检查情况'),
  demands: words('工作要求').optional(),
  /** When the hospitals report what they have put right. */
  reportBy: dayOf('整改报告日期').optional(),
  copies: list('抄送机关', words('抄送机关')),
  printedBy: words('印发机关'),
  date: dayOf('成文日期'),
});
export type InspectionBulletinData = z.infer<typeof inspectionBulletinData>;

/** 检查情况通报: how a pairing is carried out and what it achieved, with a score per work area. */
export function inspectionBulletin(data: InspectionBulletinData): NoticeContent {
  return {
    frame: {
      layout: 'official',
      status: data.number ? 'issued' : 'draft',
      issuerMark: `${data.issuer}文件`,
      number: data.number,
      addressees: [data.pilot, data.assisted],
      annexes: [],
      issuer: data.issuer,
      date: data.date,
      copies: data.copies,
      printedBy: data.printedBy,
      printedOn: data.number ? data.date : undefined,
    },
    fields: {
      issuer: data.issuer,
      title: data.title.replace(/(工作)?(机制)?$/u, ''),
      phase: phases[data.phase],
      pilot: data.pilot,
      assisted: data.assisted,
      from: data.from,
      to: data.to,
      inspectedOn: data.inspectedOn,
      scores: data.scores.map(({ code, score }) => ({ label: areaLabel(code), score })),
      average: average(data.scores.map(({ score }) => score)),
      findings: data.findings,
      demands: data.demands ?? '',
      reportBy: data.reportBy ?? '',
    },
  };
}

/** To one decimal, rounded half up, without floating-point sums. */
function average(scores: number[]): string {
  if (scores.length === 0) return '';
  const sum = scores.reduce((total, score) => total + score, 0);
  const tenths = Math.floor((sum * 20 + scores.length) / (2 * scores.length));
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}
