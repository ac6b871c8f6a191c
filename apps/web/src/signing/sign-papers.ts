import { sessionQuery } from '../api/session.ts';
import { queryClient } from '../api/query-client.ts';
import type { ActBody, ActReceipt } from '../api/types.ts';
import { proveAll } from './prove-all.ts';
import { begin, stands, tell, type UnderWay } from './under-way.ts';

/** Whoever logged out signs nothing more. */
class LeftOff extends Error {}

type Signing = Pick<UnderWay, 'personId' | 'caseId' | 'action' | 'title' | 'label'>;

/**
 * Signs many papers: first all are set, then the act finds them. It goes on in this browser while its signer looks at
 * another page; closed before its end, nothing is signed, and what is set stays set.
 */
export async function signPapers(
  signing: Signing & { body: ActBody },
  send: () => Promise<ActReceipt>,
): Promise<ActReceipt> {
  const { body, ...known } = signing;
  const { caseId, personId } = known;
  begin({ ...known, at: 'proving', proven: 0, of: 0, away: false });
  await proveAll({ caseId, body, tell: (proven) => tell(caseId, proven), isOver: () => !stands(caseId) });
  // In another tab somebody else may have logged in meanwhile.
  const session = await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
  if (!stands(caseId) || session?.personId !== personId) throw new LeftOff();
  tell(caseId, { at: 'signing' });
  return send();
}
