import type { ComponentType } from 'react';
import type { Role } from '../api/types.ts';

export type NavGroup = '办理' | '管理' | '我的';

/** One page: its address, its part loaded when needed, who sees it, and its line in the navigation. */
export interface PageEntry {
  /** Without the leading slash, as react-router takes it: `cases/:id`. */
  path: string;
  title: string;
  load: () => Promise<{ default: ComponentType }>;
  /** Absent: everybody who is logged in. The API decides; this only spares a refusal. */
  roles?: readonly Role[];
  nav?: { group: NavGroup; icon: ComponentType };
}
