import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { papersOf } from '#activities/papers';
import { loadStartConfig } from '#config/config';
import type { Day } from '#domain/day';
import type { NoticeDocument } from '#domain/notice';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { createFolderStore } from '#files/store';
import { noticeText } from '#render/notice-text';
import { createRenderer } from '#render/renderer';
import { playCase } from '#tests/harness/play-case';
import type { RunningApi } from './running-api.ts';

/** What a paper says, and in which version of the bureau's own wording. */
interface Issued {
  text: string;
  version: number | null;
}

const terms = { from: '2026-12-08', to: '2027-05-31', launchOn: '2027-01-04' };
const launch = { ...terms, memberKind: 'pairing', areas: coreAreas, listId: randomUUID(), rows: 1 };
/** A notice that the leader signs on that day, as the worker sets it. */
export async function signedNotice(api: RunningApi, day: Day): Promise<Issued> {
  const id = await openedCampaign(api, day);
  await playCase(api.orm, 'campaign', id, [[day, 'leader1', 'sign', { decision: 'sign' }]]);
  return rendered(api, id);
}
export async function openedCampaign(api: RunningApi, day: Day): Promise<string> {
  const id = randomUUID();
  const open = { ...launch, listId: randomUUID(), title: '手拉手', contact: '改革发展处 马䶮' };
  await playCase(api.orm, 'campaign', id, [[day, 'inspector1', 'open', open]]);
  return id;
}
async function rendered(api: RunningApi, caseId: string): Promise<Issued> {
  const em = api.orm.em.fork();
  const [ref] = await em.execute<{ seq: number; idx: number }[]>(
    'select seq, idx from notice where case_id = ?',
    [caseId],
  );
  const renderer = createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
  const papers = papersOf(api.orm.em, {
    ...{ renderer, store: createFolderStore(`${api.dataDir}/files`), clock: api.clock },
  });
  await papers.render({ caseId, seq: ref!.seq, index: ref!.idx, type: 'issueNotice' });
  await renderer.close();
  const [row] = await em.execute<{ document: NoticeDocument; version: number | null }[]>(
    'select document, wording_version as version from notice where case_id = ?',
    [caseId],
  );
  return { text: noticeText(row!.document), version: row!.version };
}
