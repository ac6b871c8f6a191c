import { join } from 'node:path';
import { proofsOf } from '#api/acts/prove-papers';
import { loadStartConfig } from '#config/config';
import type { ActMessage } from '#contracts/act';
import { keepSubmission } from '#db/commands/keep-submission';
import { tryAct } from '#db/commands/try-act';
import type { MikroORM } from '#db/orm';
import { storedCase } from '#db/queries/stored-case';
import type { Instant } from '#domain/day';
import { kindOf } from '#domain/kinds/index';
import { createRenderer, type Renderer } from '#render/renderer';
import type { Target } from '#runner/send-act';

/** Keeps the form, sets the papers that an act would issue and proves them, as the API does before it sends the act. */
export function prover(orm: MikroORM) {
  let renderer: Renderer | undefined;
  return {
    async prove({ caseId, kind }: Target, message: ActMessage, now: Instant): Promise<ActMessage> {
      const { paper, issues } = kindOf(kind).actions[message.action] ?? {};
      if (message.actor === 'system' || (!paper && !issues)) return message;
      const em = orm.em.fork();
      const stored = await storedCase(em, caseId);
      if (!stored) return message;
      const form = message.fields as Record<string, unknown>;
      const { personId } = message.actor;
      await keepSubmission(em, { ...message, caseId, form, personId, at: now });
      const papers = await tryAct(em, { caseId, kind, ...stored, message, form, now });
      if (papers.length === 0) return message;
      renderer ??= createRenderer({ fontDir: join(loadStartConfig().cacheDir, 'fonts') });
      const { hashes } = await proofsOf({ em, renderer, clock: { now: () => now } }, papers);
      return { ...message, facts: { ...message.facts, papers: hashes } };
    },
    close: async (): Promise<void> => renderer?.close(),
  };
}
