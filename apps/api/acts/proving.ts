import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#config/clock';
import type { ActBody, ProvenPapers } from '#contracts/case';
import { notFound, ProblemError } from '#contracts/problem';
import { EntityManager } from '#db/orm';
import { actStanding } from '#db/queries/act-standing';
import { caseForAct } from '#db/queries/case-for-act';
import type { Signed } from '#api/access/signed';
import { Typesetter } from '#api/notices/typesetter';
import { CLOCK } from '#api/parts.module';
import { provePapers, type Proofs } from './prove-papers.ts';
import { readAct, type FoundCase, type ReadAct } from './read-act.ts';

/** So long one request sets papers: the page tells how far it is, and no proxy on the way (often 60 s) cuts it off. */
const sliceMs = 2_000;
const actMs = 15_000;

/** The papers of an act, set before it is sent (ADR 0015): many of them a part in each request. */
@Injectable()
export class Proving {
  constructor(
    private readonly em: EntityManager,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly typesetter: Typesetter,
  ) {}

  /** Ahead of an act, with its own body: sets what is not set yet, for a moment, and signs nothing. */
  async some(by: Signed, caseId: string, body: ActBody): Promise<ProvenPapers> {
    const case_ = await caseForAct(this.em, by.actor, caseId);
    if (!case_) throw notFound('没有找到该事项，或您无权查看。');
    const found = { caseId, ...case_ };
    try {
      const read = await readAct({ em: this.em, clock: this.clock }, by, found, body);
      if (!issues(read)) return none;
      const { proven, of } = await this.prove(by, found, read, { ...body, patienceMs: sliceMs });
      return { proven, of };
    } catch (error) {
      // Its answer was lost: whoever sends it again is told that it stands.
      const { result } = await actStanding(this.em.fork(), caseId, body.actId);
      if (error instanceof ProblemError && result) return none;
      throw error;
    }
  }

  /** The hashes that go with the act: of papers that are all set. */
  async all(by: Signed, found: FoundCase, read: ReadAct, body: ActBody): Promise<string[]> {
    if (!issues(read)) return [];
    return allOf(await this.prove(by, found, read, { ...body, patienceMs: actMs }));
  }

  private prove(
    by: Signed,
    found: FoundCase,
    { message, form }: ReadAct,
    { paper, patienceMs }: ActBody & { patienceMs: number },
  ): Promise<Proofs> {
    const parts = { em: this.em, clock: this.clock, renderer: this.typesetter.renderer, patienceMs };
    const signing = { ...found, actor: by.actor, message, form };
    return provePapers(parts, { ...signing, ...(paper ? { seen: paper } : {}) });
  }
}

/** A part of the papers is none: the act waits, and goes on when it is sent again. */
export function allOf({ hashes, proven, of }: Proofs): string[] {
  if (proven === of) return hashes;
  throw new ProblemError(
    503,
    'proving',
    `文书还在排版校验，已校验${proven}份，共${of}份，现在还没有签发；请再次提交，会接着校验，不会重复办理。`,
  );
}

const none: ProvenPapers = { proven: 0, of: 0 };
const issues = ({ action }: ReadAct): boolean => Boolean(action.paper ?? action.issues);
