import type { RecordBody, RecordLine } from '../../../api/bureau-types.ts';
import { api, ask } from '../../../api/client.ts';
import type { Typed } from './record-form.tsx';

/** A new record, or the next version of one that stands. Fields left empty are left out. */
export function sendRecord(caseId: string, line: RecordLine | undefined, typed: Typed): Promise<RecordLine> {
  const { sort, on, text, area, place, people, files = [] } = typed;
  const optional = Object.entries({ area, place, people }).filter(([, value]) => value?.trim());
  const body: RecordBody = {
    ...{ sort, on, text, files: files.map(({ id }) => id) },
    ...(Object.fromEntries(optional) as Pick<RecordBody, 'area' | 'place' | 'people'>),
  };
  if (!line) return ask(api.POST('/api/cases/{id}/records', { params: { path: { id: caseId } }, body }));
  const path = { id: caseId, recordId: line.id };
  const change = { ...body, version: line.version };
  return ask(api.POST('/api/cases/{id}/records/{recordId}', { params: { path }, body: change }));
}
