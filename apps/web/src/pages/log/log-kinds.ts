import type { LogEntry } from '../../api/bureau-types.ts';

/** For the filter; each line brings its own label. */
export const logKinds: Record<LogEntry['kind'], string> = {
  'logged-in': '登录',
  'log-in-failed': '登录失败',
  'locked-out': '账号锁定',
  'logged-out': '退出登录',
  'password-changed': '修改密码',
  refused: '越权拒绝',
  'org-changed': '机构变更',
  'person-changed': '人员变更',
  'account-changed': '账号变更',
  'post-changed': '权限变更',
  'protected-viewed': '查看受保护信息',
  exported: '导出',
  'record-changed': '记录变更',
};
