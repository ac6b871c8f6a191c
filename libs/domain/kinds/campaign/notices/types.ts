import { noticeType } from '../../../notice-type.ts';
import { pairingNotice, pairingNoticeData } from './pairing-notice.ts';
import { pairingNoticeSample } from './pairing-notice.sample.ts';

export const campaignNotices = [
  noticeType({
    code: 'pairing-notice',
    label: '结对通知',
    layout: 'official',
    numberMark: '京医管改',
    data: pairingNoticeData,
    content: pairingNotice,
    sample: pairingNoticeSample,
  }),
];
