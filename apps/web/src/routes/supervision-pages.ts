import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import type { Role } from '../api/types.ts';
import type { PageEntry } from './page-entry.ts';
import { bureauRoles } from './role-groups.ts';

/** Who opens commitments and on-site checks by hand. */
const launchers: readonly Role[] = ['inspector', 'section-head'];
/** As the API has it: whoever owns, checks or supervises. */
const readers: readonly Role[] = [
  ...bureauRoles,
  ...(['liaison', 'principal', 'clerk', 'department'] as const),
];

/** The ledger and the on-site checks: one line per page. */
export const supervisionPages: PageEntry[] = [
  {
    path: 'ledger',
    title: '台账',
    load: () => import('../pages/ledger/page.tsx'),
    roles: readers,
    nav: { group: '办理', icon: ProfileOutlined },
  },
  {
    path: 'ledger/new',
    title: '下达台账事项',
    load: () => import('../pages/opening/issue-page.tsx'),
    roles: launchers,
  },
  {
    path: 'checks',
    title: '现场核查',
    load: () => import('../pages/checks/page.tsx'),
    roles: readers,
    nav: { group: '办理', icon: FileSearchOutlined },
  },
  {
    path: 'checks/new',
    title: '安排现场核查',
    load: () => import('../pages/opening/arrange-page.tsx'),
    roles: launchers,
  },
  {
    path: 'checks/:id',
    title: '填写检查表',
    load: () => import('../pages/checks/fill-page.tsx'),
    roles: bureauRoles,
  },
];
