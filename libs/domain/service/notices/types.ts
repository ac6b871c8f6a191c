import { noticeType } from '../../notice-type.ts';
import { electronicServiceConsent, electronicServiceConsentData } from './electronic-service-consent.ts';
import { electronicServiceConsentSample } from './electronic-service-consent.sample.ts';
import { serviceReceipt, serviceReceiptData } from './service-receipt.ts';
import { serviceReceiptSample } from './service-receipt.sample.ts';

/** Papers that prove how other papers were served. */
export const serviceNotices = [
  noticeType({
    code: 'electronic-service-consent',
    label: '电子送达确认书',
    layout: 'agreement',
    data: electronicServiceConsentData,
    content: electronicServiceConsent,
    sample: electronicServiceConsentSample,
  }),
  noticeType({
    code: 'service-receipt',
    label: '送达回证',
    numberMark: '京医管送证',
    layout: 'form',
    data: serviceReceiptData,
    content: serviceReceipt,
    sample: serviceReceiptSample,
  }),
];
