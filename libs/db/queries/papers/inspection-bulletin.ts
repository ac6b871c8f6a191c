import type { EntityManager } from '@mikro-orm/postgresql';
import { inspectionBulletin } from '#domain/kinds/pairing/notices/inspection-bulletin';
import type { InspectionPhase, PairingState } from '#domain/kinds/pairing/state';
import type { PaperContent } from './content-of.ts';
import { bureauName, lastForm, orgNames } from './names.ts';
import type { NoticeToWord } from './notice-to-render.ts';

/** 检查情况通报 of the inspection that the leader has just approved: to both hospitals. */
export async function inspectionBulletinContent(
  em: EntityManager,
  notice: NoticeToWord,
): Promise<PaperContent> {
  const state = notice.state as PairingState;
  const phase = notice.params.phase as InspectionPhase;
  const inspection = state.inspections[phase];
  if (!inspection?.scores || !inspection.checkId) throw new Error(`no ${phase} inspection to report on`);
  const { scores, checkId } = inspection;
  const to = [state.pilotId, state.assistedId];
  const nameOf = await orgNames(em, to);
  // Once it is released nothing is handed in any more, so the last one is what was approved.
  const form = (await lastForm(em, checkId, 'hand-in')) ?? {};
  const launch = state.campaignId ? await lastForm(em, state.campaignId, 'open') : undefined;
  const issuer = await bureauName(em);
  const content = inspectionBulletin({
    issuer,
    title: String(launch?.title ?? '结对帮带'),
    phase,
    pilot: nameOf(state.pilotId),
    assisted: nameOf(state.assistedId),
    from: state.from,
    to: state.to,
    inspectedOn: inspection.on,
    scores: state.areas.map((code) => ({ code, score: scores[code] ?? 0 })),
    findings: String(form.summary ?? ''),
    demands: form.demands ? String(form.demands) : undefined,
    copies: [],
    printedBy: `${issuer}办公室`,
    date: notice.issuedOn,
  });
  return { content, to };
}
