import type { ReadinessChecklist } from './readiness-checklist.ts';

export const readinessChecklistSample: ReadinessChecklist = {
  number: '2026-0007',
  issuer: '北京市医院管理局',
  programme: '医耗联动综合改革',
  hospital: '首都医科大学附属北京潞河医院',
  launch: '2026年12月1日0时',
  checkedOn: '2026-11-20',
  items: [
    { area: '信息', item: '价格表导入', standard: '与发布目录逐行一致', evidence: '比对报告', result: 'met' },
    {
      area: '信息',
      item: '切换演练',
      standard: '不少于两次，其中夜间一次并回退',
      evidence: '演练记录',
      result: 'not-met',
      problem: '缺夜间演练，11月27日前补做',
    },
    { area: '财务', item: '退费流程', standard: '原价退费可以办理', evidence: '退费单样张', result: 'met' },
    { area: '宣传', item: '价格公示', standard: '门诊大厅和收费窗口公示', evidence: '照片', result: 'met' },
    {
      area: '药学',
      item: '互联网药房对接',
      standard: '对接完成',
      evidence: '说明',
      result: 'not-applicable',
    },
  ],
  checkers: ['李明远', '孙喆'],
  date: '2026-11-20',
};
