import { Logger } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { ActMessage } from '#contracts/act';
import { conflict, ProblemError } from '#contracts/problem';
import { jointHash, keepProof, paperHash, provenOf } from '#db/commands/proofs';
import { keepDraftPages } from '#db/commands/draft-pages';
import { tryAct, type TriedPaper } from '#db/commands/try-act';
import type { EntityManager } from '#db/orm';
import { actDraft } from '#db/queries/cases/act-draft';
import type { Actor } from '#domain/actor';
import type { CaseState } from '#domain/case';
import { kindOf } from '#domain/kinds/index';
import { MissingGlyphs, TooLong, type Renderer } from '#render/renderer';
import { composeWorded, WordingUnsound } from '#render/worded-notice';

const logger = new Logger('Papers');

interface Parts {
  em: EntityManager;
  clock: Pick<Clock, 'now'>;
  renderer: Renderer;
  /** So long papers are set; what is not set by then is set by the next call. */
  patienceMs?: number;
}

export interface Proofs {
  /** One for each effect that orders papers; of use only once all are proven. */
  hashes: string[];
  proven: number;
  of: number;
}

interface Signing {
  caseId: string;
  kind: string;
  seq: number;
  state: CaseState;
  actor: Actor;
  message: ActMessage;
  form: Record<string, unknown>;
  /** Hash of the draft that the signer's page showed. */
  seen?: string;
}

/**
 * Nothing is signed that cannot be printed, nor anything else than was read: the papers of the act are set once, as
 * they would be issued, and the commit issues only these. Answers their hashes, and how many are set by now.
 */
export async function provePapers(
  { em, clock, renderer, patienceMs }: Parts & { clock: Clock },
  { actor, seen, ...signing }: Signing,
): Promise<Proofs> {
  const { caseId, message, form } = signing;
  const { paper } = kindOf(signing.kind).actions[message.action] ?? {};
  const shown = paper && (await actDraft(em, clock, actor, { caseId, action: message.action, form }));
  if (seen !== undefined && seen !== (shown && paperHash(shown.code, shown.content)))
    throw conflict('文书内容在您查看之后有变化，没有签发；请重新查看文书后再办理。', 'paper-changed');
  const papers = await tryAct(em, { ...signing, now: clock.now() });
  // One signature of several: the paper comes with the last one, but this one too is given to what can be printed.
  if (papers.length === 0 && shown) {
    const { pages } = await set(renderer, shown);
    await keepDraftPages(em, caseId, pages);
  }
  return proofsOf({ em, clock, renderer, ...(patienceMs === undefined ? {} : { patienceMs }) }, papers);
}

/** Sets each paper once, one at least, and keeps what it says: whoever asks again goes on with what is not set yet. */
export async function proofsOf(
  { em, clock, renderer, patienceMs = Infinity }: Parts,
  papers: readonly TriedPaper[],
): Promise<Proofs> {
  const until = performance.now() + patienceMs;
  const byEffect = new Map<number, string[]>();
  const hashed = papers.map((paper) => ({ ...paper, hash: paperHash(paper.code, paper.content) }));
  const proven = await provenOf(
    em,
    hashed.map(({ hash }) => hash),
  );
  for (const { idx, hash } of hashed) {
    const hashes = byEffect.get(idx) ?? [];
    hashes.push(hash);
    byEffect.set(idx, hashes);
  }
  for (const { code, content, hash } of hashed) {
    if (proven.has(hash)) continue;
    const { document, pages } = await set(renderer, { code, content });
    await keepProof(em, { hash, code, document, pages, at: clock.now() });
    proven.add(hash);
    if (performance.now() >= until) break;
  }
  const done = hashed.filter(({ hash }) => proven.has(hash)).length;
  return { hashes: [...byEffect.values()].map(jointHash), proven: done, of: hashed.length };
}

async function set(renderer: Renderer, { code, content }: Omit<TriedPaper, 'idx'>) {
  try {
    const document = composeWorded(code, content);
    return { document, pages: (await renderer.pdf(document)).pages };
  } catch (error) {
    if (error instanceof MissingGlyphs || error instanceof TooLong)
      throw new ProblemError(422, 'paper', `没有签发：${error.message}`);
    if (error instanceof WordingUnsound) throw conflict(`没有签发：${error.message}`, 'wording');
    logger.error(error);
    throw new ProblemError(
      409,
      'paper',
      '这份文书现在生成不了，没有签发；请稍后重试，仍不行的请联系系统管理员。',
    );
  }
}
