import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import FontColorsOutlined from '@ant-design/icons/FontColorsOutlined';
import FontSizeOutlined from '@ant-design/icons/FontSizeOutlined';
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import BellOutlined from '@ant-design/icons/BellOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import SafetyOutlined from '@ant-design/icons/SafetyOutlined';
import ScheduleOutlined from '@ant-design/icons/ScheduleOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import type { Role } from '../api/types.ts';
import { dispatchPages } from './dispatch-pages.ts';
import type { PageEntry } from './page-entry.ts';
import { bureauRoles, calendarAdmins, rehearsalRoles, wordingRoles } from './role-groups.ts';
import { supervisionPages } from './supervision-pages.ts';

/** Everybody but the auditor and the evaluator, as the API has it. */
const peopleReaders: readonly Role[] = [
  ...bureauRoles,
  ...(['liaison', 'principal', 'clerk', 'department', 'system-admin', 'security-admin'] as const),
];

/** Campaigns, board, organisations, people, permissions, log, messages: one line per page. */
export const bureauPages: PageEntry[] = [
  {
    path: 'campaigns',
    title: '批次',
    load: () => import('../pages/campaign/page.tsx'),
    roles: bureauRoles,
    nav: { group: '办理', icon: ScheduleOutlined },
  },
  {
    path: 'campaigns/new',
    title: '发起结对批次',
    load: () => import('../pages/campaign/launch-page.tsx'),
    roles: ['inspector'],
  },
  {
    path: 'campaigns/:id/board',
    title: '结对一览',
    load: () => import('../pages/board/page.tsx'),
    roles: bureauRoles,
  },
  {
    path: 'rehearsal',
    title: '预演',
    load: () => import('../pages/rehearsal/page.tsx'),
    roles: rehearsalRoles,
  },
  ...supervisionPages,
  ...dispatchPages,
  {
    path: 'messages',
    title: '消息',
    load: () => import('../pages/messages/page.tsx'),
    nav: { group: '办理', icon: BellOutlined },
  },
  {
    path: 'orgs',
    title: '机构',
    load: () => import('../pages/orgs/page.tsx'),
    nav: { group: '管理', icon: ApartmentOutlined },
  },
  {
    path: 'people',
    title: '人员',
    load: () => import('../pages/people/page.tsx'),
    roles: peopleReaders,
    nav: { group: '管理', icon: TeamOutlined },
  },
  {
    path: 'permissions',
    title: '权限',
    load: () => import('../pages/permissions/page.tsx'),
    roles: ['security-admin'],
    nav: { group: '管理', icon: SafetyOutlined },
  },
  {
    path: 'webhooks',
    title: '消息推送',
    load: () => import('../pages/webhooks/page.tsx'),
    roles: ['system-admin'],
    nav: { group: '管理', icon: NotificationOutlined },
  },
  {
    path: 'calendar',
    title: '工作日历',
    load: () => import('../pages/calendar/page.tsx'),
    roles: [...bureauRoles, ...calendarAdmins],
    nav: { group: '管理', icon: CalendarOutlined },
  },
  {
    path: 'calendar/new',
    title: '录入放假安排',
    load: () => import('../pages/calendar/entry-page.tsx'),
    roles: ['system-admin'],
  },
  {
    path: 'calendar/drafts/:id',
    title: '工作日历草稿',
    load: () => import('../pages/calendar/draft-page.tsx'),
    roles: calendarAdmins,
  },
  {
    path: 'rules',
    title: '规则',
    load: () => import('../pages/rules/page.tsx'),
    roles: [...bureauRoles, ...calendarAdmins],
    nav: { group: '管理', icon: ReadOutlined },
  },
  {
    path: 'rules/new',
    title: '报送规则变动',
    load: () => import('../pages/rules/edit-page.tsx'),
    roles: ['system-admin'],
  },
  {
    path: 'rules/drafts/:id',
    title: '规则变动',
    load: () => import('../pages/rules/draft-page.tsx'),
    roles: calendarAdmins,
  },
  {
    path: 'wording',
    title: '文书措辞',
    load: () => import('../pages/wording/page.tsx'),
    roles: wordingRoles,
    nav: { group: '管理', icon: FontSizeOutlined },
  },
  {
    path: 'wording/papers/:code',
    title: '一种文书的措辞',
    load: () => import('../pages/wording/paper-page.tsx'),
    roles: wordingRoles,
  },
  {
    path: 'wording/drafts/:id',
    title: '措辞草稿',
    load: () => import('../pages/wording/draft-page.tsx'),
    roles: wordingRoles,
  },
  {
    path: 'fonts',
    title: '文书字库',
    load: () => import('../pages/fonts/page.tsx'),
    roles: ['system-admin'],
    nav: { group: '管理', icon: FontColorsOutlined },
  },
  {
    path: 'log',
    title: '日志',
    load: () => import('../pages/log/page.tsx'),
    roles: ['auditor'],
    nav: { group: '管理', icon: AuditOutlined },
  },
];
