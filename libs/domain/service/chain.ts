import type { Day } from '../day.ts';
import { rulesOn, type Rule } from '../rule.ts';
import { serviceWays, type Attempted, type ServiceWay } from './ways.ts';

/** A dated row: which way is due after one has come to nothing. */
export interface ChainRule extends Rule {
  after: Attempted;
  next: ServiceWay;
}

const row = (after: Attempted, next: ServiceWay, label: string, ground: string): ChainRule => ({
  ...{ code: `service.after-${after}`, label, from: '2021-07-15', ground },
  ...{ mark: ground.startsWith('程序说明') ? 'default' : 'law', after, next },
});

/** The bureau may append its own (libs/domain/rules). */
export const shippedChain: readonly ChainRule[] = [
  row('unanswered', 'direct', '未在系统内签收的，派人直接送达', '程序说明§2.13（产品默认值）'),
  row('declined', 'left', '拒绝签收的，上门送达，仍拒收的留置', '行政处罚法第61条；民事诉讼法第89条'),
  row('refused', 'left', '当面拒收的，留置送达', '行政处罚法第61条；民事诉讼法第89条'),
  row('absent', 'post', '找不到受送达人的，邮寄送达', '行政处罚法第61条；民事诉讼法第91条'),
  row('entrusted-returned', 'post', '委托送达没有送到的，邮寄送达', '行政处罚法第61条；民事诉讼法第91条'),
  row('transferred-returned', 'post', '转交没有送到的，邮寄送达', '行政处罚法第61条；民事诉讼法第91条'),
  row('post-returned', 'public', '邮寄被退回的，公告送达', '行政处罚法第61条；民事诉讼法第95条'),
];

/** The row by which another way is due after this; none where it only has to be awaited. */
export const rowAfter = (
  after: Attempted,
  day: Day,
  // Absent in a book that was loaded before the bureau could append rows.
  chain: readonly ChainRule[] = shippedChain,
): ChainRule | undefined => rulesOn(chain, day).find((one) => one.after === after);

/** 邮寄被退回的，公告送达: the row that follows another keeps what it is about. */
export const chainLabel = (before: string, next: ServiceWay): string =>
  `${before.split('，')[0] ?? before}，${serviceWays[next]}`;
