import type { DispatchBody } from '#contracts/dispatch';
import { ties, type DispatchState } from '#domain/kinds/dispatch/state';
import { outsideOf, receiversOf } from '#domain/kinds/dispatch/text';
import { noticeTypeOf } from '#domain/notice-types';
import { instantFromDatabase } from '../../../columns.ts';
import type { EntityManager } from '../../../orm.ts';
import { sql } from '../../../sql.ts';
import type { Reading } from '../bodies.ts';
import { stateOf } from '../case-row.ts';
import { bothNames, orgNames, personNames } from '../names.ts';
import { told, type Told } from '../told.ts';
import { opinions } from './opinions.ts';
import { dispatchServiceOf } from './service.ts';
import { textVersions, type TextVersion } from './text-row.ts';

type Handed = { unit: string; on: string; how: string };

export async function dispatchBodyOf(em: EntityManager, { row }: Reading): Promise<DispatchBody> {
  const state = stateOf<DispatchState>(row);
  const versions = await textVersions(em, row.id);
  const acts = (await told(em, [row.id], ['note-seal', 'send', 'ask-void'])).get(row.id) ?? [];
  const last = (action: string) => acts.filter((act) => act.action === action).at(-1);
  const decided = state.stage === 'drafting' ? undefined : state.text?.version;
  const current = versions.find(({ version }) => version === decided) ?? versions[0];
  const asked = last('ask-void');
  const { signedBy = [] } = state;
  const nameOf = await personNames(em, [
    state.drafter.personId,
    ...signedBy,
    asked?.personId,
    asked?.forPersonId,
  ]);
  return {
    ...{ paperLabel: noticeTypeOf(state.paper).label, drafter: nameOf(state.drafter.personId) ?? '' },
    ...{ round: state.round, version: current?.version ?? 0 },
    drafting: state.stage === 'drafting',
    receivers: await receivers(em, row.id, current),
    service: last('send')?.form.formal === true ? await dispatchServiceOf(em, row.id, state) : null,
    outside: outside(current, last('send')),
    seal: sealOf(last('note-seal')),
    signedBy: signedBy.length > 0 ? signedBy.map((id) => nameOf(id) ?? '').join('代') : null,
    replaces: await earlier(em, state),
    versions: versions.map(({ version, by, at, frozen }) => ({ version, by, at, handedIn: frozen })),
    opinions: await opinions(em, row.id),
    voiding:
      state.voiding && asked
        ? { by: bothNames(nameOf, asked) ?? '', reason: String(asked.form.reason) }
        : null,
  };
}

async function receivers(em: EntityManager, caseId: string, current: TextVersion | undefined) {
  const ids = receiversOf(current?.form ?? {});
  const nameOf = await orgNames(em, ids);
  const rows = await em.execute<{ org_id: string; opened_at: string | null }[]>(sql`
    select d.org_id, d.opened_at from delivery d join notice n on n.id = d.notice_id where n.case_id = ${caseId}::uuid`);
  const opened = new Map(rows.map((one) => [one.org_id, one.opened_at]));
  return ids.map((orgId) => {
    const at = opened.get(orgId);
    return { orgId, name: nameOf(orgId) ?? '', openedAt: at ? instantFromDatabase(at) : null };
  });
}

/** As the text names them, then as it was noted how each got it. */
function outside(current: TextVersion | undefined, sent: Told | undefined): DispatchBody['outside'] {
  if (sent) return (sent.form.handed ?? []) as Handed[];
  return outsideOf(current?.form ?? {}).map((unit) => ({ unit, on: null, how: null }));
}

function sealOf(noted: Told | undefined): DispatchBody['seal'] {
  if (!noted) return null;
  const { sealedOn, copies, sealedBy } = noted.form as { sealedOn: string; copies: number; sealedBy: string };
  return { on: sealedOn, copies, by: sealedBy };
}

async function earlier(em: EntityManager, { replaces }: DispatchState): Promise<DispatchBody['replaces']> {
  if (!replaces) return null;
  const [row] = await em.execute<{ title: string; number: string | null }[]>(
    sql`select n.title, n.number from notice n where n.id = ${replaces.noticeId}::uuid`,
  );
  return { how: ties[replaces.how], title: row?.title ?? '', number: row?.number ?? null };
}
