import { z } from 'zod';
import { formFrame } from '../../notice-frames.ts';
import type { NoticeContent } from '../../notice.ts';
import { dayOf, group, list, words } from '../../notice-type.ts';
import { serviceWays, type ServiceWay } from '../ways.ts';

export const serviceReceiptData = group('送达回证', {
  number: words('编号').optional(),
  issuer: words('送达机关'),
  paper: group('送达文书', { label: words('文书名称'), number: words('文号') }),
  recipient: words('受送达人'),
  place: words('送达地点'),
  way: z.enum(Object.keys(serviceWays) as [ServiceWay, ...ServiceWay[]], '送达方式不正确。'),
  /** None where it was sent electronically. */
  servers: list('送达人', words('送达人')),
  /** Absent where it did not come to a signature: a form to take along. */
  receivedOn: dayOf('收到日期').optional(),
  receivedAt: words('收到时间').optional(),
  receiver: words('收件人').optional(),
  /** Why nobody signed, with witness or recording (民事诉讼法第89条). */
  refusal: words('拒收事由').optional(),
  witness: words('见证人').optional(),
  note: words('备注').optional(),
  date: dayOf('日期'),
}).refine(({ way, servers }) => way === 'electronic' || servers.length >= 2, {
  path: ['servers'],
  message: '送达人不得少于两人。',
});
export type ServiceReceipt = z.infer<typeof serviceReceiptData>;

/** 送达回证 (行政处罚法第61条; 卫生行政执法文书规范): which paper, to whom, where, how, and who proves it. */
export function serviceReceipt(data: ServiceReceipt): NoticeContent {
  const { receivedOn = '', receivedAt = '', receiver = '', refusal = '', witness = '', note = '' } = data;
  return {
    frame: formFrame(data),
    fields: {
      ...data,
      byHand: data.way !== 'electronic',
      way: serviceWays[data.way],
      receivedOn,
      receivedAt,
      receiver,
      refusal,
      witness,
      note,
    },
  };
}
