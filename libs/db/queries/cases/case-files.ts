import type { CaseView } from '#contracts/case';
import type { CaseFileRow } from '../../entities/case-file.ts';
import type { EntityManager } from '../../orm.ts';
import type { Sight } from './visible.ts';

/** Files come with their own area. */
export function caseFiles(_em: EntityManager, _row: CaseFileRow, _sight: Sight): Promise<CaseView['files']> {
  return Promise.resolve([]);
}

export function filesById(_em: EntityManager, _ids: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
  return Promise.resolve(new Map());
}
