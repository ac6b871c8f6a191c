import type { Org } from '../../api/bureau-types.ts';
import { orgKindLabels } from '../../api/labels.ts';

export const orgKindOptions = Object.entries(orgKindLabels).map(([value, label]) => ({
  value: value as Org['kind'],
  label,
}));
