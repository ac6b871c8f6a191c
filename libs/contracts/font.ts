import { z } from 'zod';

/** Of one use of a font: which families the papers take, and what none of them has. */
export const fontRole = z.object({
  role: z.string(),
  /** What is set in it. */
  use: z.string(),
  /** The first installed one serves; null: none is installed. */
  family: z.string().nullable(),
  /** An office font as the standard names it, rather than an open one like it. */
  office: z.boolean(),
  /** In this order for characters that the first one lacks. */
  substitutes: z.array(z.string()),
  /** Office fonts that would be taken before it, once they are installed. */
  wanted: z.array(z.string()),
});
export const fontsView = z.object({ roles: z.array(fontRole) }).meta({ id: 'FontsView' });
export type FontsView = z.infer<typeof fontsView>;

const gaps = z.object({
  label: z.string(),
  all: z.number().int(),
  missing: z.number().int(),
  /** The first of them. */
  examples: z.array(z.string()),
});
export const fontGaps = z
  .object({ roles: z.array(z.object({ role: z.string(), sets: z.array(gaps) })) })
  .meta({ id: 'FontGaps' });
export type FontGaps = z.infer<typeof fontGaps>;

export const mostChecked = 200;
export const fontCheckBody = z
  .object({
    text: z
      .string()
      .trim()
      .min(1, '请填写要试的人名、地名或者单位名称。')
      .max(mostChecked, `一次最多试${mostChecked}个字。`),
  })
  .meta({ id: 'FontCheckBody' });
export type FontCheckBody = z.infer<typeof fontCheckBody>;
/** Of each use of a font: characters that cannot be printed, and those that come from another family than the rest. */
export const fontCheck = z
  .object({
    roles: z.array(
      z.object({ role: z.string(), missing: z.array(z.string()), substituted: z.array(z.string()) }),
    ),
  })
  .meta({ id: 'FontCheck' });
export type FontCheck = z.infer<typeof fontCheck>;
