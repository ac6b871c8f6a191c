import type { z } from 'zod';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { weOf } from '../../../we-of.ts';
import { workAreas } from '../../pairing/areas.ts';

export const pairingNoticeData = group('结对通知', {
  /** Absent until the paper is issued: a draft. */
  number: words('发文字号').optional(),
  /** The bureau's full name. */
  issuer: words('发文机关'),
  /** Of the campaign: 医药分开综合改革“手拉手”帮带 */
  title: words('批次名称'),
  basis: words('依据'),
  purpose: words('目的'),
  addressees: list('主送机关', words('主送机关')),
  launchOn: dayOf('改革启动日'),
  from: dayOf('结对起始日'),
  to: dayOf('结对截止日'),
  /** Codes of the work areas. */
  areas: list('工作领域', words('工作领域')),
  /** Names, in the order of the list. */
  pairs: list('结对名单', group('一对医院', { pilot: words('试点医院'), assisted: words('被帮带医院') })),
  /** First steps of every pair with their due days, as derived. */
  steps: list('首批期限', group('一项期限', { label: words('事项'), due: dayOf('到期日') })),
  contact: words('联系人'),
  copies: list('抄送机关', words('抄送机关')),
  printedBy: words('印发机关'),
  /** Day of signing, or of drafting. */
  date: dayOf('成文日期'),
});
export type PairingNoticeData = z.infer<typeof pairingNoticeData>;

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
