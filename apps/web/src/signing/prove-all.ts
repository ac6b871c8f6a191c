import { api, ask } from '../api/client.ts';
import { patiently } from '../api/patiently.ts';
import type { ActBody, ProvenPapers } from '../api/types.ts';

/** Fewer are set within the act itself before anybody would read a bar. */
const few = 20;
export const areMany = (of: number | undefined): boolean => of === undefined || of > few;

/** The network may be gone for a minute: what is set stays set. */
const tries = 30;

interface Proving {
  caseId: string;
  body: ActBody;
  tell: (proven: ProvenPapers) => void;
  /** Asked between two requests. */
  isOver?: () => boolean;
}

/** Has the papers of an act set before it is sent, a part in each request, and tells how far it is. */
export async function proveAll({ caseId, body, tell, isOver }: Proving): Promise<void> {
  const params = { path: { id: caseId } };
  while (!isOver?.()) {
    const found = await patiently(
      () => ask(api.POST('/api/cases/{id}/acts/proofs', { params, body })),
      tries,
    );
    tell(found);
    if (found.proven >= found.of) return;
  }
}
