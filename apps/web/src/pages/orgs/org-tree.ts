import type { Org } from '../../api/bureau-types.ts';

export interface OrgNode {
  key: string;
  org: Org;
  /** Absent at a leaf: an empty list would show a handle to unfold. */
  children?: OrgNode[];
}

/** Organisations under their parents; one whose parent isn't in the list (a search) stands at the top. */
export function orgTree(orgs: readonly Org[]): OrgNode[] {
  const nodes = new Map(orgs.map((org): [string, OrgNode] => [org.id, { key: org.id, org }]));
  const top: OrgNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.org.parentId ? nodes.get(node.org.parentId) : undefined;
    if (parent) parent.children = [...(parent.children ?? []), node];
    else top.push(node);
  }
  return top;
}
