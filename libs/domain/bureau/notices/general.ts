import type { z } from 'zod';
import { letterFrame, minutesFrame, officialFrame } from '../../notice-frames.ts';
import type { NoticeContent } from '../../notice.ts';
import { dayOf, group, list, prose, words } from '../../notice-type.ts';

/** What a 文件 of the bureau bears, whatever it is about. */
const officialFields = {
  number: words('发文字号').optional(),
  issuer: words('发文机关'),
  title: words('事由'),
  opening: prose('开头', 3),
  sections: list('各部分', group('一个部分', { heading: words('标题'), text: prose('正文', 3) })).min(
    1,
    '缺少正文。',
  ),
  /** Which earlier paper it replaces or corrects, as a sentence. */
  replaces: words('与原文书的关系').optional(),
  annexes: list('附件', words('附件')),
  printedBy: words('印发机关'),
  date: dayOf('成文日期'),
};
const copies = list('抄送机关', words('抄送机关'));
const addressees = list('主送机关', words('主送机关')).min(1, '缺少主送机关。');

export const generalNoticeData = group('通知', {
  ...officialFields,
  addressees,
  copies,
  contact: words('联系人及电话'),
});
export type GeneralNotice = z.infer<typeof generalNoticeData>;

/** 通知: what is to be done or known, by whom. */
export const generalNotice = (data: GeneralNotice): NoticeContent => ({
  frame: officialFrame({ ...data, remark: `联系人：${data.contact}` }),
  fields: { ...data, replaces: data.replaces ?? '' },
});

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
export const generalLetter = (data: GeneralLetter): NoticeContent => ({
  frame: letterFrame({ ...data, remark: `联系人：${data.contact}` }),
  fields: {
    ...data,
    paragraphs: data.paragraphs.split(/\n+/u).filter((line) => line.trim() !== ''),
    replaces: data.replaces ?? '',
  },
});

export const circularData = group('通报', {
  ...officialFields,
  addressees,
  copies,
  /** Of whoever looked for secrets and personal data in it before. */
  checkedBy: words('保密和个人信息审查人'),
});
export type Circular = z.infer<typeof circularData>;

/** 通报: facts, nature, demands; nothing goes out that was not read for secrets and personal data. */
export const circular = (data: Circular): NoticeContent => ({
  frame: officialFrame(data),
  fields: { ...data, replaces: data.replaces ?? '' },
});

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
export const supervisionNotice = (data: SupervisionNotice): NoticeContent => ({
  frame: officialFrame({ ...data, annexes: ['督办任务清单', ...data.annexes] }),
  fields: { ...data, replaces: data.replaces ?? '' },
});

/** A paper to a higher authority: one addressee only, and who signed it is named (GB/T 9704-2012, 7.2.6). */
const upward = {
  ...officialFields,
  addressee: words('主送机关'),
  signers: list('签发人', words('签发人')).min(1, '上行文应当标注签发人。'),
};

export const situationReportData = group('情况报告', upward);
export type SituationReport = z.infer<typeof situationReportData>;
/** 情况报告; it asks for nothing (党政机关公文处理工作条例第15条). */
export const situationReport = (data: SituationReport): NoticeContent => ({
  frame: officialFrame({ ...data, addressees: [data.addressee] }),
  fields: { ...data, replaces: data.replaces ?? '' },
});

export const instructionRequestData = group('请示', { ...upward, contact: words('联系人') });
export type InstructionRequest = z.infer<typeof instructionRequestData>;
/** 请示: one matter, one addressee. */
export const instructionRequest = (data: InstructionRequest): NoticeContent => ({
  frame: officialFrame({ ...data, addressees: [data.addressee], remark: `联系人：${data.contact}` }),
  fields: { ...data, replaces: data.replaces ?? '' },
});

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
export const meetingMinutes = (data: MeetingMinutes): NoticeContent => ({
  frame: minutesFrame(data.name, data),
  fields: { ...data, replaces: data.replaces ?? '' },
});
