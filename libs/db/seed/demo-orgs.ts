import type { OrgKind } from '#domain/role';
import { demoHospitals } from './demo-hospitals.ts';

export interface DemoOrg {
  key: string;
  kind: OrgKind;
  parent: string | null;
  name: string;
  aliases: string[];
  level?: string;
  type?: string;
  district?: string;
}

const sections = ['改革发展处', '医疗护理处', '财务与资产管理处', '药事处', '办公室', '法制处', '信息处'];
const sectionKeys = ['reform', 'medical', 'finance', 'pharmacy', 'office', 'legal', 'information'];

const departments: [key: string, name: string, alias: string][] = [
  ['caizheng', '北京市财政局', '市财政局'],
  ['yibao', '北京市医疗保障局', '市医保局'],
  ['shichang', '北京市市场监督管理局', '市市场监管局'],
  ['fagai', '北京市发展和改革委员会', '市发展改革委'],
  ['renshe', '北京市人力资源和社会保障局', '市人力社保局'],
  ['gongan', '北京市公安局', '市公安局'],
];

export const demoOrgs: DemoOrg[] = [
  { key: 'bureau', kind: 'bureau', parent: null, name: '北京市医院管理局', aliases: ['市医管局', '医管局'] },
  ...sections.map((name, index) => ({
    ...{ key: sectionKeys[index] ?? name, kind: 'section' as const },
    ...{ parent: 'bureau', name, aliases: [] },
  })),
  ...demoHospitals.map((hospital) => ({ ...hospital, kind: 'hospital' as const, parent: 'bureau' })),
  ...departments.map(([key, name, alias]) => ({
    ...{ key, kind: 'department' as const, parent: null, name, aliases: [alias] },
  })),
  { key: 'pinggu', kind: 'department', parent: null, name: '第三方评估中心（演示）', aliases: [] },
];
