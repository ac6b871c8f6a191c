import { bureauNotices } from './bureau/notices/types.ts';
import { campaignNotices } from './kinds/campaign/notices/types.ts';
import { commitmentNotices } from './kinds/commitment/notices/types.ts';
import { feeReviewNotices } from './kinds/fee-review/notices/types.ts';
import { pairingNotices } from './kinds/pairing/notices/types.ts';
import { readinessNotices } from './kinds/readiness/notices/types.ts';
import { violationNotices } from './kinds/violation/notices/types.ts';
import type { NoticeType } from './notice-type.ts';
import { serviceNotices } from './service/notices/types.ts';
import { ladderNotices } from './supervision/notices/types.ts';

/** Every paper, in the order in which they come up. */
export const noticeTypes: readonly NoticeType[] = [
  ...campaignNotices,
  ...pairingNotices,
  ...ladderNotices,
  ...commitmentNotices,
  ...readinessNotices,
  ...feeReviewNotices,
  ...violationNotices,
  ...serviceNotices,
  ...bureauNotices,
];

const byCode = new Map(noticeTypes.map((type) => [type.code, type]));

export function noticeTypeOf(code: string): NoticeType {
  const type = byCode.get(code);
  if (!type) throw new Error(`no such paper: ${code}`);
  return type;
}
