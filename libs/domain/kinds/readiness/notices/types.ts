import { noticeType } from '../../../notice-type.ts';
import { readinessChecklist, readinessChecklistData } from './readiness-checklist.ts';
import { readinessChecklistSample } from './readiness-checklist.sample.ts';

export const readinessNotices = [
  noticeType({
    code: 'readiness-checklist',
    label: '改革启动准备情况检查表',
    layout: 'form',
    data: readinessChecklistData,
    content: readinessChecklist,
    sample: readinessChecklistSample,
  }),
];
