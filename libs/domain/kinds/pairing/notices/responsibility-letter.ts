import type { Day } from '../../../day.ts';
import type { NoticeContent } from '../../../notice.ts';
import { workAreas } from '../areas.ts';

export interface LetterParty {
  name: string;
  /** Who leads the joint group for this hospital. */
  lead?: string;
  /** The principal who signed, and when; absent before that. */
  signedBy?: string;
  signedOn?: Day;
}

export interface ResponsibilityLetterData {
  bureau: string;
  /** Title of the campaign and its basis. */
  title: string;
  basis: string;
  from: Day;
  to: Day;
  pilot: LetterParty;
  assisted: LetterParty;
  /** Work areas by code, with the people who answer for them on both sides. */
  areas: { code: string; pilotContact?: string; assistedContact?: string }[];
  /** Day of the last signature, or of drafting. */
  date: Day;
}

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
      pilot: party(pilot),
      assisted: party(assisted),
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
const party = ({ name, lead = '', signedBy = '', signedOn = '' }: LetterParty) => ({
  name,
  lead,
  signedBy,
  signedOn,
});
