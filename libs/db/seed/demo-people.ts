import type { Role } from '#domain/role';
import { demoHospitals } from './demo-hospitals.ts';

/** Invented people: any likeness is chance. */
export interface DemoPerson {
  login: string;
  name: string;
  posts: { org: string; role: Role }[];
  certificate?: string;
  legal?: string;
}

const person = (login: string, name: string, org: string, role: Role): DemoPerson => ({
  login,
  name,
  posts: [{ org, role }],
});

const bureau: DemoPerson[] = [
  { ...person('inspector1', '李明远', 'reform', 'inspector'), certificate: '京演示-0001' },
  { ...person('inspector2', '周文静', 'medical', 'inspector'), certificate: '京演示-0002' },
  { ...person('inspector3', '何立群', 'finance', 'inspector'), certificate: '京演示-0003' },
  person('head1', '陈国栋', 'reform', 'section-head'),
  person('head2', '林秀芝', 'medical', 'section-head'),
  { ...person('legal1', '方正平', 'legal', 'legal-reviewer'), legal: '演示A-0001' },
  person('leader1', '赵启明', 'bureau', 'leader'),
  person('leader2', '孙慧兰', 'bureau', 'leader'),
  person('chief1', '郑怀远', 'bureau', 'chief-leader'),
  person('archivist1', '吴素云', 'office', 'archivist'),
  person('evaluator1', '冯可嘉', 'pinggu', 'evaluator'),
  person('sysadmin1', '蒋志强', 'information', 'system-admin'),
  person('secadmin1', '沈月华', 'office', 'security-admin'),
  person('auditor1', '韩守正', 'legal', 'auditor'),
];

const departments: DemoPerson[] = [
  person('caizheng1', '杨广才', 'caizheng', 'department'),
  person('yibao1', '朱安民', 'yibao', 'department'),
  person('shichang1', '秦怀信', 'shichang', 'department'),
  person('fagai1', '许开泰', 'fagai', 'department'),
  person('renshe1', '吕思贤', 'renshe', 'department'),
  person('gongan1', '施卫平', 'gongan', 'department'),
];

const surnames = [...'王刘张黄徐胡高郭马罗梁宋唐谢曹邓袁彭曾田董潘'];
const offices: [role: Role, given: string[]][] = [
  ['principal', ['建华', '永康', '志远']],
  ['liaison', ['晓梅', '春燕', '丽娟']],
  ['clerk', ['小敏', '一鸣', '佳音']],
];

const hospitals: DemoPerson[] = demoHospitals.flatMap(({ key }, index) =>
  offices.map(([role, given], office) => {
    const surname = surnames[(index + office * 7) % surnames.length] ?? '';
    return person(`${key}.${role}`, `${surname}${given[index % given.length] ?? ''}`, key, role);
  }),
);

export const demoPeople: DemoPerson[] = [...bureau, ...departments, ...hospitals];
