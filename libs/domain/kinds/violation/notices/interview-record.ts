import type { z } from 'zod';
import { fullDay } from '../../../day.ts';
import { recordFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { legalFields, officers } from './party.ts';

export const interviewRecordData = group('询问笔录', {
  ...legalFields,
  on: dayOf('询问日期'),
  /** Shanghai `HH:mm`. */
  from: words('开始时间'),
  to: words('结束时间'),
  place: words('询问地点'),
  officers,
  recorder: words('记录人'),
  person: group('被询问人', {
    name: words('姓名'),
    identity: words('身份证件号码'),
    post: words('工作单位和职务'),
    phone: words('联系电话'),
  }),
  questions: list('问答', group('一次问答', { asked: words('问'), answered: words('答') })).min(
    1,
    '至少有一次问答。',
  ),
  /** Answer to whether an officer shall be replaced; absent: none asked for. */
  recusal: words('回避申请').optional(),
  /** Who refused to sign and why; two witnesses sign then. */
  refusal: words('拒绝签名的情况').optional(),
});
export type InterviewRecord = z.infer<typeof interviewRecordData>;

/** 询问笔录 (行政处罚法第55条第2款): one person, his rights told, signed on every page. */
export function interviewRecord(data: InterviewRecord): NoticeContent {
  return {
    frame: recordFrame(['被询问人', '询问人', '记录人'], data),
    fields: {
      ...data,
      on: fullDay(data.on),
      officers: data.officers.map(({ name, certificate }) => `${name}（执法证号${certificate}）`),
      recusal: data.recusal ?? '不申请。',
      refusal: data.refusal ?? '',
    },
  };
}
