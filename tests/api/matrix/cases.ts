import type { MikroORM } from '#db/orm';
import { demoId } from '#db/seed/demo';
import { coreAreas } from '#domain/kinds/pairing/areas';
import { bureauRoles, hospitalRoles } from '#domain/role';
import type { Role } from '#domain/role';
import { playCase } from '#tests/harness/play-case';
import type { Relation, Row, Target } from './row.ts';

const unknown = '01a00000-0000-7000-8000-000000000000';
const readers: readonly Role[] = [...bureauRoles, ...hospitalRoles, 'department'];

/** The pair in which an organisation is assisted; only those of playPairs() have one. */
const pairOf = (orgId: string): string => demoId('matrix-pair', orgId);

/** One pair for each organisation; whoever helps takes no part in any other. */
export async function playPairs(orm: MikroORM, orgIds: readonly string[]): Promise<void> {
  const term = { from: '2026-11-20', to: '2027-05-31', launchOn: '2026-12-08', areas: coreAreas.join(',') };
  for (const assistedId of orgIds) {
    const pair = { ...term, assistedId, pilotId: demoId('org', 'jishuitan') };
    await playCase(orm, 'pairing', pairOf(assistedId), [['2026-11-20', 'system', 'open', pair]]);
  }
}

const inPair = (rest = '') => ({ path: ({ orgId }: Target) => `/api/cases/${pairOf(orgId)}${rest}` });

/** A hospital reads its own cases and those of its branches; sections and departments have none of their own here. */
function ownOnly(role: Role, relation: Relation): number {
  if (bureauRoles.includes(role)) return relation === 'subordinate' ? 200 : 404;
  if (role === 'department') return 404;
  return relation === 'other' ? 404 : 200;
}

/** The form of confirming is the two hospitals' own; their clerks and the bureau may not confirm, nor the parent for a branch. */
function formOfConfirming(role: Role, relation: Relation): number {
  const readable = ownOnly(role, relation);
  if (readable !== 200) return readable;
  return ['liaison', 'principal'].includes(role) && relation === 'own' ? 200 : 403;
}

const notThere = (path: string) => ({ path: () => path, answers: 404 });
const badBody = { body: {}, answers: 400 };

export const caseRows: Record<string, Row> = {
  'GET /api/desk': { may: 'signed-in' },
  'GET /api/todos': { may: 'signed-in' },
  'GET /api/cases': { may: readers },
  'GET /api/cases.xlsx': { may: readers },
  'GET /api/cases/:id': { may: readers, ...inPair(), answers: ownOnly },
  'GET /api/cases/:id/timeline': { may: readers, ...inPair('/timeline'), answers: ownOnly },
  'GET /api/cases/:id/forms/:action': {
    may: readers,
    ...inPair('/forms/confirm'),
    answers: formOfConfirming,
  },
  // Confirming signs no paper.
  'POST /api/cases/:id/drafts/:action': {
    may: readers,
    ...inPair('/drafts/none'),
    body: { form: {} },
    answers: 404,
  },
  'POST /api/cases/:id/acts': { may: 'signed-in', path: () => `/api/cases/${unknown}/acts`, ...badBody },
  'POST /api/cases/:id/acts/proofs': {
    may: 'signed-in',
    path: () => `/api/cases/${unknown}/acts/proofs`,
    ...badBody,
  },
  'POST /api/bulk-acts': { may: 'signed-in', ...badBody },
  'POST /api/bulk-acts/offers': { may: 'signed-in', ...badBody },
  'GET /api/cases/:id/records': { may: readers, ...inPair('/records'), answers: ownOnly },
  'POST /api/cases/:id/records': { may: readers, ...inPair('/records'), ...badBody },
  'POST /api/cases/:id/records/:recordId': { may: readers, ...inPair(`/records/${unknown}`), ...badBody },
  'POST /api/cases/:id/records/:recordId/withdraw': {
    may: readers,
    ...inPair(`/records/${unknown}/withdraw`),
    ...badBody,
  },
  'GET /api/cases/:id/records/:recordId/versions': {
    may: readers,
    ...inPair(`/records/${unknown}/versions`),
    answers: 404,
  },
  'GET /api/cases/:id/notices': { may: readers, ...inPair('/notices'), answers: ownOnly },
  'GET /api/cases/:id/papers.pdf': { may: readers, ...notThere(`/api/cases/${unknown}/papers.pdf`) },
  'GET /api/cases/:id/papers.zip': { may: readers, ...notThere(`/api/cases/${unknown}/papers.zip`) },
  'GET /api/campaigns/:id/board': { may: readers, ...notThere(`/api/campaigns/${unknown}/board`) },
  'GET /api/notices/:id': { may: readers, ...notThere(`/api/notices/${unknown}`) },
  'GET /api/notices/:id/pdf': { may: readers, ...notThere(`/api/notices/${unknown}/pdf`) },
  'GET /api/notices/:id/docx': { may: bureauRoles, ...notThere(`/api/notices/${unknown}/docx`) },
  'GET /api/notices/:id/svg': { may: readers, ...notThere(`/api/notices/${unknown}/svg`) },
};
