import { found } from './advance-notice.sample.ts';
import type { HearingRightNotice } from './hearing-right-notice.ts';
import { legal } from './investigation.sample.ts';

export const hearingRightNoticeSample: HearingRightNotice = {
  ...legal,
  ...found,
  number: '京卫医听告〔2026〕1号',
  requestBy: '2026-12-02',
  place: '可以当面、邮寄或者通过本机关确认的电子方式提出',
  date: '2026-11-25',
};
