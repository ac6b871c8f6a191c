import type { HearingNotice } from './hearing-notice.ts';
import { legal } from './investigation.sample.ts';

export const hearingNoticeSample: HearingNotice = {
  ...legal,
  number: '京卫医听通〔2026〕1号',
  requestedOn: '2026-11-30',
  on: '2026-12-16',
  at: '14:00',
  place: '某市卫生健康委员会第一会议室',
  open: true,
  host: '周珺（政策法规处）',
  recorder: '吴昊',
  date: '2026-12-03',
};
