import { found } from './advance-notice.sample.ts';
import { legal } from './investigation.sample.ts';
import type { PenaltyDecision } from './penalty-decision.ts';

export const penaltyDecisionSample: PenaltyDecision = {
  ...legal,
  ...found,
  number: '京卫医罚〔2026〕1号',
  defence:
    '你单位在规定期限内提出申辩，称漏停系系统升级所致，并已退费。经复核，退费属实，已作为从轻情形；系统升级不免除核对责任，该理由不予采纳。',
  payment: { to: '代收银行（账号见缴款通知）', days: '15日' },
  review: '某市人民政府',
  court: '某区人民法院',
  date: '2026-12-21',
};
