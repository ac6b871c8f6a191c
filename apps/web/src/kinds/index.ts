import type { ComponentType } from 'react';
import type { CaseView } from '../api/types.ts';
import type { Shown } from '../pages/case/preview.tsx';

/** What a kind shows on its case's page beside what every case has. */
export interface KindSectionProps {
  view: CaseView;
  /** Opens the panel of an action, with what is already known filled in (the plan item, the problem). */
  act: (action: string, initial?: Record<string, unknown>) => void;
  /** Opens a file above the page. */
  show: (shown: Shown) => void;
}

/** One line per kind; its section is loaded with the first case of that kind. */
export const kindSections: Record<string, () => Promise<{ default: ComponentType<KindSectionProps> }>> = {
  campaign: () => import('./campaign/section.tsx'),
  commitment: () => import('./commitment/section.tsx'),
  dispatch: () => import('./dispatch/section.tsx'),
  'on-site-check': () => import('./on-site-check/section.tsx'),
  pairing: () => import('./pairing/section.tsx'),
};
