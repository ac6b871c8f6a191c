import type { Day } from '../../../day.ts';
import type { NoticeContent } from '../../../notice.ts';
import { areaLabel } from '../areas.ts';
import type { InspectionPhase } from '../state.ts';

export interface InspectionBulletinData {
  /** Absent until the paper is issued: a draft. */
  number?: string;
  issuer: string;
  /** Title of the campaign. */
  title: string;
  phase: InspectionPhase;
  pilot: string;
  assisted: string;
  from: Day;
  to: Day;
  inspectedOn: Day;
  /** 0 to 100 per work area, by code. */
  scores: { code: string; score: number }[];
  findings: string;
  demands?: string;
  /** When the hospitals report what they have put right. */
  reportBy?: Day;
  copies: string[];
  printedBy: string;
  date: Day;
}

const phases: Record<InspectionPhase, string> = { midterm: '中期', final: '终期' };

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
