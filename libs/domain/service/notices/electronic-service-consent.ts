import type { z } from 'zod';
import type { NoticeContent, NoticeFrame } from '../../notice.ts';
import { dayOf, group, list, words } from '../../notice-type.ts';

export const electronicServiceConsentData = group('电子送达确认书', {
  issuer: words('送达机关'),
  recipient: words('受送达人'),
  /** In which matter; a consent is for one party and one purpose. */
  matter: words('事项'),
  papers: list('可以电子送达的文书', words('文书')).min(1, '缺少可以电子送达的文书。'),
  address: words('电子送达地址'),
  phone: words('手机号码'),
  signedBy: words('签字人').optional(),
  signedOn: dayOf('签字日期').optional(),
  date: dayOf('日期'),
});
export type ElectronicServiceConsent = z.infer<typeof electronicServiceConsentData>;

/** 电子送达确认书 (行政处罚法第61条第2款): signed by the party, for named papers, and revocable. */
export function electronicServiceConsent(data: ElectronicServiceConsent): NoticeContent {
  const frame: NoticeFrame = {
    layout: 'agreement',
    status: data.signedOn ? 'issued' : 'draft',
    ...{ addressees: [], annexes: [], copies: [] },
    date: data.date,
  };
  return { frame, fields: { ...data, signedBy: data.signedBy ?? '', signedOn: data.signedOn ?? '' } };
}
