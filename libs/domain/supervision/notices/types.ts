import { noticeType } from '../../notice-type.ts';
import { interviewNotice, interviewNoticeData } from './interview-notice.ts';
import {
  interviewNoticeSample,
  supervisionLetterSample,
  urgeLetterSample,
  workCircularSample,
} from './late-work.sample.ts';
import { interviewMinutes, interviewMinutesData } from './interview-minutes.ts';
import { interviewMinutesSample } from './interview-minutes.sample.ts';
import { lateWorkData } from './late-work.ts';
import { supervisionLetter } from './supervision-letter.ts';
import { urgeLetter } from './urge-letter.ts';
import { workCircular } from './work-circular.ts';

const letter = { layout: 'letter', numberMark: '京医管督函' } as const;

/** The papers of the ladders, and the record of the talk that one of them calls for. */
export const ladderNotices = [
  noticeType({
    ...letter,
    code: 'urge-letter',
    label: '催办函',
    data: lateWorkData,
    content: urgeLetter,
    sample: urgeLetterSample,
  }),
  noticeType({
    ...letter,
    code: 'supervision-letter',
    label: '督办函',
    data: lateWorkData,
    content: supervisionLetter,
    sample: supervisionLetterSample,
  }),
  noticeType({
    ...letter,
    code: 'interview-notice',
    service: 'formal',
    label: '约谈通知书',
    data: interviewNoticeData,
    content: interviewNotice,
    sample: interviewNoticeSample,
  }),
  noticeType({
    code: 'work-circular',
    label: '工作通报',
    layout: 'official',
    numberMark: '京医管督',
    data: lateWorkData,
    content: workCircular,
    sample: workCircularSample,
  }),
  noticeType({
    code: 'interview-minutes',
    label: '约谈记录',
    layout: 'record',
    data: interviewMinutesData,
    content: interviewMinutes,
    sample: interviewMinutesSample,
  }),
];
