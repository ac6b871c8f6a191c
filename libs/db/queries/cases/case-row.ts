import type { CaseState } from '#domain/case';
import type { Actor } from '#domain/actor';
import { kindOf } from '#domain/kinds/index';
import { CaseFile } from '../../entities/case-file.ts';
import type { CaseFileRow } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import { noCase, sees, sightOf } from './visible.ts';
import type { Sight } from './visible.ts';

export interface ReadCase {
  row: CaseFileRow;
  sight: Sight;
}

/** The case, if the reader may see it; else the same answer as for one that does not exist. */
export async function readCase(em: EntityManager, actor: Actor, caseId: string): Promise<ReadCase> {
  const sight = await sightOf(em, actor);
  const row = (await sees(em, sight, caseId))
    ? await em.findOne(CaseFile, { id: caseId }, { refresh: true })
    : null;
  if (!row) throw noCase();
  return { row, sight };
}

export const stateOf = <S extends CaseState>(row: CaseFileRow): S => row.state as S;

export const stageLabel = (kind: string, stage: string): string => kindOf(kind).stages[stage] ?? stage;
