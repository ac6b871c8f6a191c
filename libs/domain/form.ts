import { z } from 'zod';
import { isDay } from './day.ts';

/** How the page shows a field; travels in the JSON schema that the API serves. */
export type Widget =
  | 'text'
  | 'textarea'
  | 'day'
  | 'select'
  | 'checkboxes'
  | 'several'
  | 'number'
  | 'files'
  | 'rows'
  | 'lines'
  | 'area-item'
  | 'hidden';

interface Look {
  title: string;
  widget: Widget;
  description?: string;
  example?: string;
  options?: { value: string; label: string }[];
  rows?: number;
  /** Asked only where another answer is this one, or one of these. */
  when?: { field: string; is: string | readonly string[] };
}

export const text = (title: string, more: Partial<Look> & { max?: number } = {}) =>
  z
    .string({ error: `请填写${title}。` })
    .trim()
    .min(1, `请填写${title}。`)
    .max(more.max ?? 200, `${title}不能超过${more.max ?? 200}个字。`)
    .meta({ title, widget: 'text', ...more });

export const longText = (title: string, more: Partial<Look> & { max?: number } = {}) =>
  text(title, { widget: 'textarea', rows: 4, max: 5000, ...more });

export const optionalText = (title: string, more: Partial<Look> = {}) =>
  z
    .string()
    .trim()
    .max(5000, `${title}不能超过5000个字。`)
    .optional()
    .meta({ title, widget: 'textarea', rows: 3, ...more });

export const day = (title: string, more: Partial<Look> = {}) =>
  z
    .string({ error: `请选择${title}。` })
    .refine(isDay, `${title}不是一个有效的日期，应如2026-11-22。`)
    .meta({ title, widget: 'day', ...more });

export const choice = (title: string, labels: Record<string, string>, more: Partial<Look> = {}) =>
  z.enum(Object.keys(labels) as [string, ...string[]], { error: `请选择${title}。` }).meta({
    title,
    widget: 'select',
    options: Object.entries(labels).map(([value, label]) => ({ value, label })),
    ...more,
  });

/** Ids of files uploaded beforehand. */
export const files = (title: string, min = 0, more: Partial<Look> = {}) =>
  z
    .array(z.uuid({ error: '附件编号无效，请重新上传。' }))
    .min(min, `请上传${title}。`)
    .max(50, '一次最多上传50个附件。')
    .default([])
    .meta({ title, widget: 'files', ...more });

export const score = (title: string) =>
  z
    .number({ error: `请填写${title}的得分。` })
    .int('得分应为整数。')
    .min(0, '得分应在0至100之间。')
    .max(100, '得分应在0至100之间。')
    .meta({ title, widget: 'number' });
