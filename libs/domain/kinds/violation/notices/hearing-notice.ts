import { z } from 'zod';
import { fullDay } from '../../../day.ts';
import { legalFrame } from '../../../notice-frames.ts';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, words } from '../../../notice-type.ts';
import { legalFields } from './party.ts';

export const hearingNoticeData = group('听证通知书', {
  ...legalFields,
  requestedOn: dayOf('申请日期'),
  on: dayOf('听证日期'),
  /** Shanghai `HH:mm`. */
  at: words('听证时间'),
  place: words('听证地点'),
  open: z.boolean('是否公开应为true或者false。'),
  /** Who did not investigate the case. */
  host: words('主持人'),
  recorder: words('记录人'),
});
export type HearingNotice = z.infer<typeof hearingNoticeData>;

/** 听证通知书 (行政处罚法第64条第2项至第6项): served so that seven clear working days remain. */
export function hearingNotice(data: HearingNotice): NoticeContent {
  return {
    frame: legalFrame({ ...data, addressees: [data.party.name] }),
    fields: { ...data, on: fullDay(data.on) },
  };
}
