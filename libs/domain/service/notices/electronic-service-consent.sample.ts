import type { ElectronicServiceConsent } from './electronic-service-consent.ts';

export const electronicServiceConsentSample: ElectronicServiceConsent = {
  issuer: '某市卫生健康委员会',
  recipient: '某市第九医院',
  matter: '涉嫌向患者收取已经取消的项目费用一案',
  papers: ['调查通知书', '听证通知书'],
  address: '督行系统本单位收件箱',
  phone: '010-00000001',
  signedBy: '陈堃',
  signedOn: '2026-11-18',
  date: '2026-11-18',
};
