import type { EntityManager } from '@mikro-orm/postgresql';
import { derive } from '#domain/deadline';
import type { CampaignState } from '#domain/kinds/campaign/state';
import { pairingNotice } from '#domain/kinds/campaign/notices/pairing-notice';
import { ruleOn } from '#domain/rule';
import { memberRows } from '../member-rows.ts';
import { booksInForce } from '../rule-book.ts';
import type { PaperContent } from './content-of.ts';
import { bureauName, lastForm, orgNames } from './names.ts';
import type { NoticeToWord } from './notice-to-render.ts';

/** 结对通知 with its list: to every hospital of the list. */
export async function pairingNoticeContent(em: EntityManager, notice: NoticeToWord): Promise<PaperContent> {
  const state = notice.state as CampaignState;
  const form = (await lastForm(em, notice.caseId, 'open')) ?? {};
  const rows = await memberRows(em, notice.caseId);
  const pairs = rows.map(({ fields }) => ({
    pilot: fields.pilotId ?? '',
    assisted: fields.assistedId ?? '',
  }));
  const to = [...new Set(pairs.flatMap(({ pilot, assisted }) => [pilot, assisted]))];
  const nameOf = await orgNames(em, to);
  const { calendar, deadlines } = (await booksInForce(em))('pairing');
  const confirm = derive(ruleOn(deadlines, 'pairing.confirm', notice.issuedOn), notice.issuedOn, calendar);
  const issuer = await bureauName(em);
  const content = pairingNotice({
    issuer,
    title: String(form.title ?? ''),
    basis: String(form.basis ?? ''),
    purpose: String(form.purpose ?? ''),
    addressees: ['各有关医院'],
    launchOn: state.launchOn,
    from: state.from,
    to: state.to,
    areas: state.areas,
    pairs: pairs.map(({ pilot, assisted }) => ({ pilot: nameOf(pilot), assisted: nameOf(assisted) })),
    steps: [{ label: confirm.label, due: confirm.due }],
    contact: String(form.contact ?? ''),
    copies: [],
    printedBy: `${issuer}办公室`,
    date: notice.issuedOn,
  });
  return { content, to };
}
