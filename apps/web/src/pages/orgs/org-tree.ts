import type { Org } from '../../api/bureau-types.ts';

export interface OrgNode {
  key: string;
  org: Org;
  children: OrgNode[];
}

/** Organisations under their parents; one whose parent isn't in the list (a search) stands at the top. */
export function orgTree(orgs: readonly Org[]): OrgNode[] {
  const nodes = new Map(orgs.map((org): [string, OrgNode] => [org.id, { key: org.id, org, children: [] }]));
  const top: OrgNode[] = [];
  for (const node of nodes.values()) {
    const parent = node.org.parentId ? nodes.get(node.org.parentId) : undefined;
    (parent ? parent.children : top).push(node);
  }
  return top;
}
