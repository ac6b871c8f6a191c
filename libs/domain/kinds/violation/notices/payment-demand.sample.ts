import { legal } from './investigation.sample.ts';
import type { PaymentDemand } from './payment-demand.ts';

export const paymentDemandSample: PaymentDemand = {
  ...legal,
  number: '京卫医催〔2027〕1号',
  decision: { number: '京卫医罚〔2026〕1号', on: '2026-12-23' },
  fine: 1_000_000,
  surcharge: 300_050,
  performBy: '2027-01-29',
  account: '代收银行（账号见缴款通知）',
  date: '2027-01-15',
};
