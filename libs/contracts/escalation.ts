import { z } from 'zod';

/** Late work that waits for a decision of somebody above: what the ladder did, and what it proposes. */
export const escalationView = z
  .object({
    id: z.string(),
    /** The todo that is late; it stands among the todos of the case. */
    todoKey: z.string(),
    /** The day on which it came before him. */
    on: z.string(),
    rung: z.string(),
    /** The paper that the ladder proposes to issue; null where the work lies in the bureau itself. */
    proposal: z.string().nullable(),
    takenBy: z.string().nullable(),
    done: z.array(z.object({ at: z.iso.datetime(), label: z.string(), to: z.string() })),
  })
  .meta({ id: 'EscalationView' });
