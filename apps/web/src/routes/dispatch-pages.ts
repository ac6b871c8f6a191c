import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import type { PageEntry } from './page-entry.ts';
import { bureauRoles, caseRoles } from './role-groups.ts';

/** Papers that the bureau drafts, and one by itself for whoever received it. */
export const dispatchPages: PageEntry[] = [
  {
    path: 'dispatches',
    title: '发文',
    load: () => import('../pages/dispatches/page.tsx'),
    roles: bureauRoles,
    nav: { group: '办理', icon: FileTextOutlined },
  },
  {
    path: 'dispatches/new',
    title: '起草文书',
    load: () => import('../pages/dispatches/draft-page.tsx'),
    roles: ['inspector', 'section-head'],
  },
  {
    path: 'dispatches/:id',
    title: '文稿',
    load: () => import('../pages/dispatches/write-page.tsx'),
    roles: bureauRoles,
  },
  {
    path: 'papers/signing',
    title: '批量办理文书',
    load: () => import('../pages/signing/page.tsx'),
    roles: caseRoles,
  },
  { path: 'papers/:id', title: '收文', load: () => import('../pages/paper/page.tsx'), roles: caseRoles },
];
