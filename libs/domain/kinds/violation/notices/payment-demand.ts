import { z } from 'zod';
import { legalFrame } from '../../../notice-frames.ts';
import { capitalAmount, yuanText } from '../../../money.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, words } from '../../../notice-type.ts';
import { legalFields } from './party.ts';

const amount = (name: string) => z.int(`${name}应为整数（分）。`).min(0, `${name}不能为负。`);

export const paymentDemandData = group('催告书', {
  ...legalFields,
  decision: group('原决定', { number: words('决定书文号'), on: dayOf('送达日期') }),
  /** In fen. */
  fine: amount('罚款'),
  surcharge: amount('加处罚款'),
  performBy: dayOf('履行期限'),
  account: words('收款银行和账户'),
});
export type PaymentDemand = z.infer<typeof paymentDemandData>;

/** 催告书 (行政强制法第35条、第54条): ten days after its service the court may be asked. */
export function paymentDemand(data: PaymentDemand): NoticeContent {
  const total = data.fine + data.surcharge;
  return {
    frame: legalFrame({ ...data, addressees: [data.party.name] }),
    fields: {
      ...data,
      fine: yuanText(data.fine),
      surcharge: data.surcharge > 0 ? yuanText(data.surcharge) : '',
      total: `${yuanText(total)}（大写：${capitalAmount(total)}）`,
    },
  };
}
