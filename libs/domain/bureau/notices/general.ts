import type { z } from 'zod';
import { annexes, annexParts, type Annexes } from '../../attached.ts';
import { letterFrame, minutesFrame, officialFrame } from '../../notice-frames.ts';
import type { Attached, NoticeContent, NoticeFrame } from '../../notice.ts';
import { dayOf, group, list, prose, words } from '../../notice-type.ts';

const section = group('一个部分', { heading: words('标题'), text: prose('正文', 3) });

/** What a 文件 of the bureau bears, whatever it is about. */
const officialFields = {
  number: words('发文字号').optional(),
  issuer: words('发文机关'),
  title: words('事由'),
  opening: prose('开头', 3),
  sections: list('各部分', section).min(1, '缺少正文。'),
  /** Which earlier paper it replaces or corrects, as a sentence. */
  replaces: words('与原文书的关系').optional(),
  annexes,
  printedBy: words('印发机关'),
  date: dayOf('成文日期'),
};
type Annexed = Record<string, unknown> & {
  annexes: Annexes;
  replaces?: string | undefined;
};
const copies = list('抄送机关', words('抄送机关'));
const addressees = list('主送机关', words('主送机关')).min(1, '缺少主送机关。');

/** Its own text, with the names of its annexes below it and their texts behind. */
function whole<D extends Annexed>(
  data: D,
  frameOf: (framed: Omit<D, 'annexes'> & { annexes: string[] }) => NoticeFrame,
  { before = [], documents = [] }: { before?: string[]; documents?: Attached[] } = {},
): NoticeContent {
  const { names, attached } = annexParts(data.annexes, before);
  const said = { ...data, annexes: names };
  const behind = [...documents, ...attached];
  return {
    frame: frameOf(said),
    fields: { ...said, replaces: data.replaces ?? '' },
    ...(behind.length > 0 ? { attached: behind } : {}),
  };
}

export const generalNoticeData = group('通知', {
  ...officialFields,
  /** A notice that hands out a document needs no sections of its own. */
  sections: list('各部分', section),
  documentTitle: words('印发、转发的文件标题').optional(),
  documentText: prose('印发、转发的文件正文', 8).optional().meta({
    title: '印发、转发的文件正文',
    widget: 'textarea',
    rows: 8,
    description: '可以整篇粘贴：“一、”“（一）”开头的行自动排成标题。',
  }),
  addressees,
  copies,
  contact: words('联系人及电话'),
});
export type GeneralNotice = z.infer<typeof generalNoticeData>;

/** Either its own sections or a document with its title. */
export const generalNoticeLacks = ({
  sections = [],
  documentTitle,
  documentText,
}: Partial<GeneralNotice>): string[] => [
  ...(sections.length > 0 || documentTitle || documentText ? [] : ['缺少正文。']),
  ...(!documentTitle === !documentText ? [] : ['印发、转发文件的，标题和正文都要填写。']),
];

/** 通知: what is to be done or known, by whom; or a document handed out (印发、转发) for that. */
export const generalNotice = (data: GeneralNotice): NoticeContent => {
  const { documentTitle: title, documentText: text } = data;
  const documents: Attached[] = title && text ? [{ sort: 'document', title, text }] : [];
  const { fields, ...paper } = whole(
    data,
    (framed) => officialFrame({ ...framed, remark: `联系人：${data.contact}` }),
    { documents },
  );
  const { documentTitle: _title, documentText: _text, ...words } = fields;
  return { ...paper, fields: { ...words, ends: documents.length === 0 } };
};

const { sections: _sections, ...letterFields } = officialFields;
export const generalLetterData = group('函', {
  ...letterFields,
  addressees,
  copies,
  /** A letter has no headings: its paragraphs. */
  paragraphs: prose('正文', 8),
  ending: words('结束语'),
  contact: words('联系人及电话'),
});
export type GeneralLetter = z.infer<typeof generalLetterData>;

/** 函: asks, answers or consults between bodies of which neither is below the other (条例第8条第14项). */
export const generalLetter = (data: GeneralLetter): NoticeContent => {
  const paper = whole(data, (framed) => letterFrame({ ...framed, remark: `联系人：${data.contact}` }));
  return {
    ...paper,
    fields: {
      ...paper.fields,
      paragraphs: data.paragraphs.split(/\n+/u).filter((line) => line.trim() !== ''),
    },
  };
};

export const circularData = group('通报', {
  ...officialFields,
  addressees,
  copies,
  /** Of whoever looked for secrets and personal data in it before. */
  checkedBy: words('保密和个人信息审查人'),
});
export type Circular = z.infer<typeof circularData>;

/** 通报: facts, nature, demands; nothing goes out that was not read for secrets and personal data. */
export const circular = (data: Circular): NoticeContent => whole(data, officialFrame);

export const supervisionNoticeData = group('督办通知', {
  ...officialFields,
  addressees,
  copies,
  tasks: list(
    '任务清单',
    group('一项任务', {
      task: words('任务'),
      unit: words('责任单位'),
      person: words('责任人'),
      by: dayOf('完成时限'),
    }),
  ).min(1, '缺少任务。'),
  report: words('报送方式'),
  contact: words('联系人'),
});
export type SupervisionNotice = z.infer<typeof supervisionNoticeData>;

/** 督办通知: matter, tasks with who answers for them by when, how to report, what follows otherwise. */
export const supervisionNotice = (data: SupervisionNotice): NoticeContent =>
  whole(data, officialFrame, { before: ['督办任务清单'] });

/** A paper to a higher authority: one addressee only, and who signed it is named (GB/T 9704-2012, 7.2.6). */
const upward = {
  ...officialFields,
  addressee: words('主送机关'),
  signers: list('签发人', words('签发人')).min(1, '上行文应当标注签发人。'),
};

export const situationReportData = group('情况报告', upward);
export type SituationReport = z.infer<typeof situationReportData>;
/** 情况报告; it asks for nothing (党政机关公文处理工作条例第15条). */
export const situationReport = (data: SituationReport): NoticeContent =>
  whole(data, (framed) => officialFrame({ ...framed, addressees: [data.addressee] }));

export const instructionRequestData = group('请示', { ...upward, contact: words('联系人') });
export type InstructionRequest = z.infer<typeof instructionRequestData>;
/** 请示: one matter, one addressee. */
export const instructionRequest = (data: InstructionRequest): NoticeContent =>
  whole(data, (framed) =>
    officialFrame({ ...framed, addressees: [data.addressee], remark: `联系人：${data.contact}` }),
  );

export const meetingMinutesData = group('会议纪要', {
  ...officialFields,
  /** The red name: 改革领导小组会议纪要 */
  name: words('纪要名称'),
  heldOn: dayOf('会议日期'),
  place: words('会议地点'),
  host: words('主持人'),
  present: list('出席人员', words('姓名')).min(1, '缺少出席人员。'),
  absent: list('请假人员', words('姓名')),
  attending: list('列席人员', words('姓名')),
  copies,
});
export type MeetingMinutes = z.infer<typeof meetingMinutesData>;
/** 会议纪要 (GB/T 9704-2012, 10.3). */
export const meetingMinutes = (data: MeetingMinutes): NoticeContent =>
  whole(data, (framed) => minutesFrame(data.name, framed));
