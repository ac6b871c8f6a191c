import type { z } from 'zod';
import type { NoticeContent } from '../../../notice.ts';
import { dayOf, group, list, words } from '../../../notice-type.ts';
import { workAreas } from '../areas.ts';

const party = (name: string) =>
  group(name, {
    name: words(`${name}名称`),
    /** Who leads the joint group for this hospital. */
    lead: words('负责人').optional(),
    /** The principal who signed, and when; absent before that. */
    signedBy: words('签字人').optional(),
    signedOn: dayOf('签字日期').optional(),
  });

export const responsibilityLetterData = group('责任书', {
  bureau: words('主管部门'),
  /** Title of the campaign and its basis. */
  title: words('批次名称'),
  basis: words('依据'),
  from: dayOf('结对起始日'),
  to: dayOf('结对截止日'),
  pilot: party('试点医院'),
  assisted: party('被帮带医院'),
  /** Work areas by code, with the people who answer for them on both sides. */
  areas: list(
    '工作领域',
    group('一个领域', {
      code: words('领域代码'),
      pilotContact: words('试点医院联系人').optional(),
      assistedContact: words('被帮带医院联系人').optional(),
    }),
  ),
  /** Day of the last signature, or of drafting. */
  date: dayOf('成文日期'),
});
export type ResponsibilityLetterData = z.infer<typeof responsibilityLetterData>;
export type LetterParty = ResponsibilityLetterData['pilot'];

/** 责任书, signed by both principals and filed with the bureau. */
export function responsibilityLetter(data: ResponsibilityLetterData): NoticeContent {
  const { pilot, assisted } = data;
  const signed = Boolean(pilot.signedOn && assisted.signedOn);
  return {
    frame: {
      layout: 'agreement',
      status: signed ? 'issued' : 'draft',
      addressees: [],
      annexes: [],
      date: data.date,
      copies: [],
    },
    fields: {
      bureau: data.bureau,
      title: data.title.replace(/(工作)?(机制)?$/u, ''),
      basis: data.basis,
      from: data.from,
      to: data.to,
      pilot: shown(pilot),
      assisted: shown(assisted),
      areas: data.areas.map(({ code, pilotContact, assistedContact }) => {
        const area = workAreas.find((one) => one.code === code);
        return {
          label: area?.label ?? code,
          items: area?.items.map((item) => item.label).join('；') ?? '',
          pilotContact: pilotContact ?? '待定',
          assistedContact: assistedContact ?? '待定',
        };
      }),
    },
  };
}

// The template is strict: what is unknown is an empty text, not left out.
const shown = ({ name, lead = '', signedBy = '', signedOn = '' }: LetterParty) => ({
  name,
  lead,
  signedBy,
  signedOn,
});
