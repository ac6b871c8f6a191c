import { api, ask } from '../api/client.ts';
import { patiently } from '../api/patiently.ts';
import type { ActBody, ProvenPapers } from '../api/types.ts';

/** Fewer are set within the act itself before anybody would read a bar. */
const few = 20;
export const areMany = (of: number | undefined): boolean => of === undefined || of > few;

/** The network may be gone for a minute: what is set stays set. */
const tries = 30;

/** `away`: the server is not reached and asked again by itself. */
export type HowFar = ProvenPapers & { away: boolean };

interface Proving {
  caseId: string;
  body: ActBody;
  tell: (how: HowFar) => void;
  /** Asked between two requests. */
  isOver?: () => boolean;
}

/** Has the papers of an act set before it is sent, a part in each request, and tells how far it is. */
export async function proveAll({ caseId, body, tell, isOver }: Proving): Promise<void> {
  const params = { path: { id: caseId } };
  let far: ProvenPapers = { proven: 0, of: 0 };
  while (!isOver?.()) {
    far = await patiently(
      () => ask(api.POST('/api/cases/{id}/acts/proofs', { params, body })),
      tries,
      () => tell({ ...far, away: true }),
    );
    tell({ ...far, away: false });
    if (far.proven >= far.of) return;
  }
}
