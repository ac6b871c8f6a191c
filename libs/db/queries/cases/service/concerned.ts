import type { Effect } from '#domain/case';
import { pieceOf } from '#domain/service/state';
import { serviceSteps } from '#domain/service/steps';
import type { Sight } from '../visible.ts';

/** Acts about service on one recipient. */
const acts: readonly string[] = ['sign-for-paper', 'record-service', 'consent-electronic', 'revoke-consent'];
const papers: readonly string[] = ['service-receipt', 'electronic-service-consent'];

interface Past {
  action: string;
  org_id: string | null;
  fields: unknown;
  effects: readonly Effect[];
}

/** Of service a reader outside the bureau sees what concerns his own organisation: undefined where nothing does. */
export function ofOwnService(
  sight: Sight,
  { action, org_id: orgId, fields, effects }: Past,
): readonly Effect[] | undefined {
  if (sight === 'all') return effects;
  const { piece = '' } = (fields ?? {}) as { piece?: string };
  const own = (id: string | null) => id !== null && sight.includes(id);
  if (acts.includes(action) && !own(orgId) && !own(pieceOf(piece).recipient)) return undefined;
  const seen = effects.filter((effect) => {
    if (effect.type === 'issueNotice' && papers.includes(effect.code)) return effect.to.some(own);
    if (effect.type === 'message' && effect.params?.recipient !== undefined)
      return 'orgId' in effect.to && own(effect.to.orgId);
    if (!('key' in effect)) return true;
    const [step = '', round = ''] = effect.key.split('/');
    return !Object.hasOwn(serviceSteps, step) || (step === 'sign-for-paper' && own(pieceOf(round).recipient));
  });
  return action === 'paper-ready' && seen.length === 0 ? undefined : seen;
}
