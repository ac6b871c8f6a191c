import { noticeType } from '../../../notice-type.ts';
import { filingApproval, filingApprovalData } from './filing-approval.ts';
import { filingApprovalSample } from './filing-approval.sample.ts';
import { investigationNotice, investigationNoticeData } from './investigation-notice.ts';
import { investigationNoticeSample } from './investigation-notice.sample.ts';
import { interviewRecord, interviewRecordData } from './interview-record.ts';
import { interviewRecordSample } from './interview-record.sample.ts';
import { rectificationOrder, rectificationOrderData } from './rectification-order.ts';
import { rectificationOrderSample } from './rectification-order.sample.ts';
import { advanceNotice, advanceNoticeData } from './advance-notice.ts';
import { advanceNoticeSample } from './advance-notice.sample.ts';
import { hearingRightNotice, hearingRightNoticeData } from './hearing-right-notice.ts';
import { hearingRightNoticeSample } from './hearing-right-notice.sample.ts';
import { hearingNotice, hearingNoticeData } from './hearing-notice.ts';
import { hearingNoticeSample } from './hearing-notice.sample.ts';
import { penaltyDecision, penaltyDecisionData } from './penalty-decision.ts';
import { penaltyDecisionSample } from './penalty-decision.sample.ts';
import { paymentDemand, paymentDemandData } from './payment-demand.ts';
import { paymentDemandSample } from './payment-demand.sample.ts';
import { transferLetter, transferLetterData } from './transfer-letter.ts';
import { transferLetterSample } from './transfer-letter.sample.ts';
import { closingReport, closingReportData } from './closing-report.ts';
import { closingReportSample } from './closing-report.sample.ts';

/** Papers of an investigation, in the order in which the procedure comes to them. */
export const violationNotices = [
  noticeType({
    code: 'filing-approval',
    label: '立案审批表',
    layout: 'form',
    data: filingApprovalData,
    content: filingApproval,
    sample: filingApprovalSample,
  }),
  noticeType({
    code: 'investigation-notice',
    label: '调查通知书',
    layout: 'legal',
    numberMark: '京卫医调',
    data: investigationNoticeData,
    content: investigationNotice,
    sample: investigationNoticeSample,
  }),
  noticeType({
    code: 'interview-record',
    label: '询问笔录',
    layout: 'record',
    data: interviewRecordData,
    content: interviewRecord,
    sample: interviewRecordSample,
  }),
  noticeType({
    code: 'rectification-order',
    label: '责令整改通知书',
    layout: 'legal',
    numberMark: '京卫医改',
    data: rectificationOrderData,
    content: rectificationOrder,
    sample: rectificationOrderSample,
  }),
  noticeType({
    code: 'advance-notice',
    label: '行政处罚事先告知书',
    layout: 'legal',
    numberMark: '京卫医罚告',
    data: advanceNoticeData,
    content: advanceNotice,
    sample: advanceNoticeSample,
  }),
  noticeType({
    code: 'hearing-right-notice',
    label: '听证告知书',
    layout: 'legal',
    numberMark: '京卫医听告',
    data: hearingRightNoticeData,
    content: hearingRightNotice,
    sample: hearingRightNoticeSample,
  }),
  noticeType({
    code: 'hearing-notice',
    label: '听证通知书',
    layout: 'legal',
    numberMark: '京卫医听通',
    data: hearingNoticeData,
    content: hearingNotice,
    sample: hearingNoticeSample,
  }),
  noticeType({
    code: 'penalty-decision',
    label: '行政处罚决定书',
    layout: 'legal',
    numberMark: '京卫医罚',
    data: penaltyDecisionData,
    content: penaltyDecision,
    sample: penaltyDecisionSample,
  }),
  noticeType({
    code: 'payment-demand',
    label: '催告书',
    layout: 'legal',
    numberMark: '京卫医催',
    data: paymentDemandData,
    content: paymentDemand,
    sample: paymentDemandSample,
  }),
  noticeType({
    code: 'transfer-letter',
    label: '案件移送函',
    layout: 'letter',
    numberMark: '京卫函',
    data: transferLetterData,
    content: transferLetter,
    sample: transferLetterSample,
  }),
  noticeType({
    code: 'closing-report',
    label: '结案报告',
    layout: 'form',
    data: closingReportData,
    content: closingReport,
    sample: closingReportSample,
  }),
];
