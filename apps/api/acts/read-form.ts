import type { z } from 'zod';
import { ProblemError } from '#contracts/problem';
import type { EntityManager } from '#db/orm';
import { usableFiles } from '#db/queries/usable-files';
import type { CaseState, Facts } from '#domain/case';
import type { Action } from '#domain/kind';
import type { Signed } from '#api/access/signed';

interface Read {
  form: Record<string, unknown>;
  fields: unknown;
  facts: Facts;
}

/** A filled form, or one 422 that names every field. */
export function parseForm(schema: z.ZodType, form: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const errors = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), detail: message }));
  const detail =
    errors.length === 1 ? (errors[0]?.detail ?? '') : `有${errors.length}处填写不完整或不正确，请逐处修改。`;
  throw new ProblemError(422, 'form', detail, errors);
}

/** The filled form checked, the part of it that decides, and the facts it rests on. */
export async function readForm(
  em: EntityManager,
  by: Signed,
  action: Action<CaseState>,
  given: unknown,
): Promise<Read> {
  const form = parseForm(action.form, given);
  const fields = parseForm(action.fields, form);
  const ids = Array.isArray(form.files) ? (form.files as string[]) : [];
  if (ids.length === 0) return { form, fields, facts: {} };
  const files = await usableFiles(em, by.actor, ids);
  if (files.length < new Set(ids).size) {
    throw new ProblemError(422, 'files', '有附件不存在、已失效或不是您单位上传的，请重新上传。', [
      { field: 'files', detail: '请重新上传附件。' },
    ]);
  }
  return { form, fields, facts: { files } };
}
