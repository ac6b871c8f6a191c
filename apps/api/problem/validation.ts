import { StandardSchemaValidationPipe } from '@nestjs/common';
import { z } from 'zod';
import { ProblemError } from '#contracts/problem';

/** zod's own Chinese messages; a schema says more where they are not enough. */
z.config(z.locales.zhCN());

/** Says which field and what is wrong with it; takes zod schemas given as `@Body({ schema })`. */
export const validation = new StandardSchemaValidationPipe({
  exceptionFactory: (issues) => {
    const errors = issues.slice(0, 50).map((issue) => ({
      field: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
      detail: issue.message,
    }));
    const detail =
      errors.length === 1 ? (errors[0]?.detail ?? '填写有误') : `有 ${issues.length} 处填写有误。`;
    return new ProblemError(400, 'invalid', detail, errors);
  },
});
