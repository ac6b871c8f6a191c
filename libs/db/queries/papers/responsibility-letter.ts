import type { EntityManager } from '@mikro-orm/postgresql';
import { shanghaiDay } from '#domain/day';
import { responsibilityLetter, type LetterParty } from '#domain/kinds/pairing/notices/responsibility-letter';
import { orgOf, type PairingState, type Side } from '#domain/kinds/pairing/state';
import { instantFromDatabase } from '../../columns.ts';
import type { PaperContent } from './content-of.ts';
import { bothNames, personNames } from '../cases/names.ts';
import { bureauName, lastForm, orgNames } from './names.ts';
import type { NoticeToWord } from './notice-to-render.ts';

interface Group {
  lead?: string;
  contacts?: { area: string; name: string; phone: string }[];
}

/** 责任书 with both signatures: to both hospitals. */
export async function responsibilityLetterContent(
  em: EntityManager,
  notice: NoticeToWord,
): Promise<PaperContent> {
  const state = notice.state as PairingState;
  const to = [state.pilotId, state.assistedId];
  const nameOf = await orgNames(em, to);
  const launch = state.campaignId ? await lastForm(em, state.campaignId, 'open') : undefined;
  const groups: Record<Side, Group> = {
    pilot: (await lastForm(em, notice.caseId, 'file-group', { orgId: state.pilotId })) ?? {},
    assisted: (await lastForm(em, notice.caseId, 'file-group', { orgId: state.assistedId })) ?? {},
  };
  const party = async (side: Side): Promise<LetterParty> => ({
    name: nameOf(orgOf(state, side)),
    lead: groups[side].lead,
    ...(state.pledgedBy[side] ? await signature(em, notice.caseId, orgOf(state, side)) : {}),
  });
  const contact = (side: Side, area: string) => groups[side].contacts?.find((one) => one.area === area)?.name;
  const content = responsibilityLetter({
    bureau: await bureauName(em),
    title: String(launch?.title ?? '结对帮带'),
    basis: String(launch?.basis ?? ''),
    from: state.from,
    to: state.to,
    pilot: await party('pilot'),
    assisted: await party('assisted'),
    areas: state.areas.map((code) => ({
      code,
      pilotContact: contact('pilot', code),
      assistedContact: contact('assisted', code),
    })),
    date: notice.issuedOn,
  });
  return { content, to };
}

/** As signed last for this hospital; a deputy signs with both names. */
async function signature(
  em: EntityManager,
  caseId: string,
  orgId: string,
): Promise<Pick<LetterParty, 'signedBy' | 'signedOn'>> {
  const [row] = await em.execute<{ at: string; person_id: string; for_person_id: string | null }[]>(
    `select at, person_id, for_person_id from case_event
      where case_id = ? and action = 'sign-pledge' and org_id = ? order by seq desc limit 1`,
    [caseId, orgId],
  );
  if (!row) return {};
  const { person_id: personId, for_person_id: forPersonId } = row;
  const nameOf = await personNames(em, [personId, forPersonId]);
  return {
    signedBy: bothNames(nameOf, { personId, forPersonId }) ?? undefined,
    signedOn: shanghaiDay(instantFromDatabase(row.at)),
  };
}
