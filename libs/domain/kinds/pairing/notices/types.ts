import { noticeType } from '../../../notice-type.ts';
import { inspectionBulletin, inspectionBulletinData } from './inspection-bulletin.ts';
import { inspectionBulletinSample } from './inspection-bulletin.sample.ts';
import { responsibilityLetter, responsibilityLetterData } from './responsibility-letter.ts';
import { responsibilityLetterSample } from './responsibility-letter.sample.ts';

export const pairingNotices = [
  noticeType({
    code: 'responsibility-letter',
    label: '责任书',
    layout: 'agreement',
    data: responsibilityLetterData,
    content: responsibilityLetter,
    sample: responsibilityLetterSample,
  }),
  noticeType({
    code: 'inspection-bulletin',
    label: '检查情况通报',
    layout: 'official',
    numberMark: '京医管改',
    data: inspectionBulletinData,
    content: inspectionBulletin,
    sample: inspectionBulletinSample,
  }),
];
