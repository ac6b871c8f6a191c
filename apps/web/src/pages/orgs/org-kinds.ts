import type { Org } from '../../api/bureau-types.ts';

/** For filters and new ones; each organisation brings its own label. */
export const orgKinds: Record<Org['kind'], string> = {
  bureau: '主管部门',
  section: '处室',
  hospital: '医院',
  department: '责任部门',
};

export const orgKindOptions = Object.entries(orgKinds).map(([value, label]) => ({
  value: value as Org['kind'],
  label,
}));
