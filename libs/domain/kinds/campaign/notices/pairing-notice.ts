import type { Day } from '../../../day.ts';
import type { NoticeContent } from '../../../notice.ts';
import { weOf } from '../../../we-of.ts';
import { workAreas } from '../../pairing/areas.ts';

export interface PairingNoticeData {
  /** Absent until the paper is issued: a draft. */
  number?: string;
  /** The bureau's full name. */
  issuer: string;
  /** Of the campaign: 医药分开综合改革“手拉手”帮带 */
  title: string;
  basis: string;
  purpose: string;
  addressees: string[];
  launchOn: Day;
  from: Day;
  to: Day;
  /** Codes of the work areas. */
  areas: string[];
  /** Names, in the order of the list. */
  pairs: { pilot: string; assisted: string }[];
  /** First steps of every pair with their due days, as `dueBy` derived them. */
  steps: { label: string; due: Day }[];
  contact: string;
  copies: string[];
  printedBy: string;
  /** Day of signing, or of drafting. */
  date: Day;
}

/** 结对通知: content and order after source 000 (京医管改〔2017〕21号), in our own words. */
export function pairingNotice(data: PairingNoticeData): NoticeContent {
  const mechanism = mechanismOf(data.title);
  const list = `${mechanism.replace(/工作机制$/u, '')}名单`;
  return {
    frame: {
      layout: 'official',
      status: data.number ? 'issued' : 'draft',
      issuerMark: `${data.issuer}文件`,
      number: data.number,
      addressees: data.addressees,
      annexes: [list],
      issuer: data.issuer,
      date: data.date,
      copies: data.copies,
      printedBy: data.printedBy,
      printedOn: data.number ? data.date : undefined,
    },
    fields: {
      issuer: data.issuer,
      mechanism,
      list,
      we: weOf(data.issuer),
      basis: data.basis,
      purpose: data.purpose,
      launchOn: data.launchOn,
      from: data.from,
      to: data.to,
      pilots: new Set(data.pairs.map((pair) => pair.pilot)).size,
      assisted: new Set(data.pairs.map((pair) => pair.assisted)).size,
      pairs: data.pairs.length,
      areas: workAreas
        .filter((area) => data.areas.includes(area.code))
        .map((area) => ({ label: area.label, items: area.items.map((item) => item.label).join('、') })),
      steps: data.steps,
      contact: data.contact,
      rows: rowsOf(data.pairs),
    },
  };
}

/** What the notice sets up: the campaign's title, ending in 工作机制 once. */
export const mechanismOf = (title: string): string => `${title.replace(/(工作)?(机制)?$/u, '')}工作机制`;

interface Row {
  number: number;
  assisted: string;
  /** Only in the first row of its group, as in the annex of source 000. */
  pilot: { name: string; rows: number } | null;
}

function rowsOf(pairs: PairingNoticeData['pairs']): Row[] {
  const groups = new Map<string, string[]>();
  for (const { pilot, assisted } of pairs) groups.set(pilot, [...(groups.get(pilot) ?? []), assisted]);
  let number = 0;
  return [...groups].flatMap(([name, group]) =>
    group.map((assisted, index) => ({
      number: ++number,
      assisted,
      pilot: index === 0 ? { name, rows: group.length } : null,
    })),
  );
}
