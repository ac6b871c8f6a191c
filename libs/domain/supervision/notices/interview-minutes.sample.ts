import type { InterviewMinutes } from './interview-minutes.ts';

export const interviewMinutesSample: InterviewMinutes = {
  number: '2026-0004',
  issuer: '北京市医院管理局',
  unit: '首都医科大学宣武医院',
  matter: '“确认结对关系”事项逾期未办结（京医管督函〔2026〕11号）',
  on: '2026-10-22',
  from: '09:30',
  to: '10:10',
  place: '北京市医院管理局第二会议室',
  interviewers: ['赵启明', '孙喆'],
  interviewed: ['陈堃（院长）', '王䶮（副院长）'],
  recorder: '李明远',
  points: [
    '该事项应于10月9日办结，已逾期7个工作日，其间提醒5次、发函2次。',
    '逾期原因为医院内部职责交接不清，未及时确定牵头科室。',
  ],
  pledges: [
    { text: '确认结对关系并报送专班名单', by: '2026-10-26' },
    { text: '建立上级交办事项登记和催办制度', by: '2026-11-06' },
  ],
  date: '2026-10-22',
};
