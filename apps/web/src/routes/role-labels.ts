import type { Role } from '../api/types.ts';

/** Only for 「谁可以查看」; everywhere else the API brings the label. */
export const roleLabels: Record<Role, string> = {
  inspector: '经办人',
  'section-head': '处室负责人',
  'legal-reviewer': '法制审核',
  leader: '分管领导',
  'chief-leader': '主要领导',
  liaison: '医院联络员',
  principal: '医院主要负责人',
  clerk: '医院填报员',
  department: '责任部门',
  archivist: '档案员',
  evaluator: '第三方评估',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  auditor: '审计员',
};
