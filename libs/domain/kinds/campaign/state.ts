import type { CaseState } from '../../case.ts';
import type { Day } from '../../day.ts';

export interface CampaignState extends CaseState {
  kind: 'campaign';
  /** The kind of case that it opens. */
  memberKind: string;
  launchOn: Day;
  from: Day;
  to: Day;
  areas: string[];
  /** The confirmed dry run whose rows become members; fixed when the campaign is handed in. */
  listId: string;
  rows: number;
  proposedBy: string;
  round: number;
  opened: number;
  openMembers?: number;
  summarised: boolean;
}
