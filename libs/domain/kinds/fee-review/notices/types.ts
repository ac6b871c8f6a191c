import { noticeType } from '../../../notice-type.ts';
import { feeBulletin, feeBulletinData } from './fee-bulletin.ts';
import { feeBulletinSample } from './fee-bulletin.sample.ts';

export const feeReviewNotices = [
  noticeType({
    code: 'fee-bulletin',
    label: '季度费用监测通报',
    layout: 'official',
    numberMark: '京医管督',
    data: feeBulletinData,
    content: feeBulletin,
    sample: feeBulletinSample,
  }),
];
