import BookOutlined from '@ant-design/icons/BookOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import ExportOutlined from '@ant-design/icons/ExportOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import StopOutlined from '@ant-design/icons/StopOutlined';
import type { PageEntry } from './page-entry.ts';
import { caseRoles } from './role-groups.ts';

export const deskPages: PageEntry[] = [
  {
    path: '',
    title: '工作台',
    load: () => import('../pages/desk/page.tsx'),
    nav: { group: '办理', icon: HomeOutlined },
  },
  {
    path: 'cases',
    title: '登记簿',
    load: () => import('../pages/cases/page.tsx'),
    roles: caseRoles,
    nav: { group: '办理', icon: BookOutlined },
  },
  { path: 'cases/:id', title: '案件', load: () => import('../pages/case/page.tsx'), roles: caseRoles },
  { path: 'settings', title: '我的设置', load: () => import('../pages/settings/page.tsx') },
  {
    path: 'my/absences',
    title: '请假与代理',
    load: () => import('../pages/absences/page.tsx'),
    nav: { group: '我的', icon: CalendarOutlined },
  },
  {
    path: 'my/relations',
    title: '回避申报',
    load: () => import('../pages/relations/page.tsx'),
    nav: { group: '我的', icon: StopOutlined },
  },
  {
    path: 'my/handover',
    title: '工作移交',
    load: () => import('../pages/handover/page.tsx'),
    roles: caseRoles,
    nav: { group: '我的', icon: ExportOutlined },
  },
  { path: 'people/:id/handover', title: '工作移交', load: () => import('../pages/handover/page.tsx') },
  { path: 'handovers/:id', title: '移交进展', load: () => import('../pages/handover/progress-page.tsx') },
  { path: 'password', title: '修改密码', load: () => import('../pages/password/page.tsx') },
];
