import type { InterviewRecord } from './interview-record.ts';
import { legal, officers } from './investigation.sample.ts';

export const interviewRecordSample: InterviewRecord = {
  ...legal,
  number: '2026-0003-2',
  on: '2026-11-20',
  from: '09:30',
  to: '10:15',
  place: '某市第九医院行政楼第三会议室',
  officers,
  recorder: '孙喆',
  person: {
    name: '王䶮',
    identity: '110000198001010000',
    post: '某市第九医院财务科科长',
    phone: '010-00000001',
  },
  questions: [
    { asked: '改革当天停用的收费项目由谁在系统中维护？', answered: '由财务科提出清单，信息科停用。' },
    {
      asked: '门诊抽查的4张票据为什么还有已经取消的项目？',
      answered: '10月18日系统升级后停用标记丢失，收费员没有发现。发现后已经停用，正在逐笔退费。',
    },
    { asked: '共涉及多少人、多少金额？', answered: '目前查到41人次，合计123元，明细在材料里。' },
  ],
  date: '2026-11-20',
};
