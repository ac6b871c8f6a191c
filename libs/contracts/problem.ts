import { z } from 'zod';

/** RFC 9457 problem details; `detail` is a Chinese sentence for the person, `type` a code for machines. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
export type FieldError = NonNullable<Problem['errors']>[number];

/** What a query or a command throws when it can't do what was asked; the API answers with it as it stands. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly errors: FieldError[] | undefined;

  constructor(status: number, code: string, detail: string, errors?: FieldError[]) {
    super(detail);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export const notFound = (detail: string) => new ProblemError(404, 'not-found', detail);
export const forbidden = (detail: string, code = 'forbidden') => new ProblemError(403, code, detail);
export const conflict = (detail: string, code = 'conflict') => new ProblemError(409, code, detail);
export const invalid = (field: string, detail: string) =>
  new ProblemError(400, 'invalid', detail, [{ field, detail }]);
/** Another person changed the row since it was read. */
export const stale = () => conflict('内容已被他人修改，请刷新后重新填写。', 'stale');
