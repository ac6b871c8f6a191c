import type { Day } from '../day.ts';
import { rulesOn, type Rule } from '../rule.ts';
import type { Attempted, ServiceWay } from './ways.ts';

/** A dated row: which way is due after one has come to nothing. */
interface ChainRule extends Rule {
  after: Attempted;
  next: ServiceWay;
}

const row = (after: Attempted, next: ServiceWay, label: string, ground: string): ChainRule => ({
  ...{ code: `service.after-${after}`, label, from: '2021-07-15', ground },
  ...{ mark: ground.startsWith('程序说明') ? 'default' : 'law', after, next },
});

const chain: readonly ChainRule[] = [
  row('unanswered', 'direct', '未在系统内签收的，派人直接送达', '程序说明§2.13（产品默认值）'),
  row('declined', 'left', '拒绝签收的，上门送达，仍拒收的留置', '行政处罚法第61条；民事诉讼法第89条'),
  row('refused', 'left', '当面拒收的，留置送达', '行政处罚法第61条；民事诉讼法第89条'),
  row('absent', 'post', '找不到受送达人的，邮寄送达', '行政处罚法第61条；民事诉讼法第91条'),
  row('post-returned', 'public', '邮寄被退回的，公告送达', '行政处罚法第61条；民事诉讼法第95条'),
];

/** The row by which another way is due after this; none where it only has to be awaited. */
export const rowAfter = (after: Attempted, day: Day): ChainRule | undefined =>
  rulesOn(chain, day).find((one) => one.after === after);
