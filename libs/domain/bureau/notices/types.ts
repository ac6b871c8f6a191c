import { noticeType } from '../../notice-type.ts';
import {
  circular,
  circularData,
  instructionRequest,
  instructionRequestData,
  meetingMinutes,
  meetingMinutesData,
  situationReport,
  situationReportData,
  supervisionNotice,
  supervisionNoticeData,
} from './general.ts';
import {
  circularSample,
  instructionRequestSample,
  meetingMinutesSample,
  situationReportSample,
  supervisionNoticeSample,
} from './general.sample.ts';

/** Papers that the bureau writes about any matter. */
export const bureauNotices = [
  noticeType({
    code: 'supervision-notice',
    label: '督办通知',
    layout: 'official',
    numberMark: '京医管督',
    data: supervisionNoticeData,
    content: supervisionNotice,
    sample: supervisionNoticeSample,
  }),
  noticeType({
    code: 'circular',
    label: '通报',
    layout: 'official',
    numberMark: '京医管督',
    data: circularData,
    content: circular,
    sample: circularSample,
  }),
  noticeType({
    code: 'situation-report',
    label: '情况报告',
    layout: 'official',
    numberMark: '京医管报',
    data: situationReportData,
    content: situationReport,
    sample: situationReportSample,
  }),
  noticeType({
    code: 'instruction-request',
    label: '请示',
    layout: 'official',
    numberMark: '京医管请',
    data: instructionRequestData,
    content: instructionRequest,
    sample: instructionRequestSample,
  }),
  noticeType({
    code: 'meeting-minutes',
    label: '会议纪要',
    layout: 'minutes',
    data: meetingMinutesData,
    content: meetingMinutes,
    sample: meetingMinutesSample,
  }),
];
