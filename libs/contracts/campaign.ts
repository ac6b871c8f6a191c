import { z } from 'zod';
import { id } from './page.ts';

/** What the page of a campaign shows beside what every case has. */
export const campaignBody = z
  .object({
    memberKind: z.string(),
    title: z.string(),
    basis: z.string(),
    purpose: z.string(),
    contact: z.string(),
    launchOn: z.string(),
    from: z.string(),
    to: z.string(),
    areas: z.array(z.object({ code: z.string(), label: z.string() })),
    /** The list that was checked; its rows become the members. */
    listId: id,
    rows: z.number().int(),
    opened: z.number().int(),
    openMembers: z.number().int(),
  })
  .meta({ id: 'CampaignBody' });
export type CampaignBody = z.infer<typeof campaignBody>;
