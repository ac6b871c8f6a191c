/** Who uses the desk. Codes are for ever; a certificate or a legal qualification is an attribute of a person. */
export const roles = {
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
} as const;

export type Role = keyof typeof roles;
export const roleCodes = Object.keys(roles) as Role[];

/** 三员分立: no one holds two of these (GB/T 22239-2019 §8.1.4). */
export const separatedRoles: readonly Role[] = ['system-admin', 'security-admin', 'auditor'];

/** Where a role may be held. */
export const orgKinds = {
  bureau: '主管部门',
  section: '处室',
  hospital: '医院',
  department: '责任部门',
} as const;
export type OrgKind = keyof typeof orgKinds;

export const bureauRoles: readonly Role[] = [
  'inspector',
  'section-head',
  'legal-reviewer',
  'leader',
  'chief-leader',
  'archivist',
];
export const hospitalRoles: readonly Role[] = ['liaison', 'principal', 'clerk'];
