import type { FormRule } from 'antd';
import { filesRule } from './files-input.tsx';
import type { Field } from './schema.ts';

const picked = new Set(['select', 'several', 'day', 'checkboxes', 'area-item']);

export const missingText = (field: Field): string => {
  if (field.widget === 'files') return `请上传${field.title}。`;
  return `请${picked.has(field.widget) ? '选择' : '填写'}${field.title}。`;
};

/** What the browser can say at once; the API says the rest in the same places. */
export function rulesOf(field: Field): FormRule[] {
  if (field.mustTick) {
    return [
      {
        validator: (_rule, value: unknown) =>
          value === true ? Promise.resolve() : Promise.reject(new Error(`请勾选“${field.title}”。`)),
      },
    ];
  }
  const rules: FormRule[] = [];
  const list = field.grows || field.widget === 'files';
  if (field.required && !field.tick) {
    rules.push(
      list
        ? { type: 'array', required: true, min: 1, message: missingText(field) }
        : { required: true, ...(typeIsText(field) ? { whitespace: true } : {}), message: missingText(field) },
    );
  }
  if (field.widget === 'files') rules.push(filesRule);
  if (typeIsText(field) && field.most)
    rules.push({ max: field.most, message: `${field.title}不能超过${field.most}个字。` });
  if (field.pattern && typeIsText(field)) {
    rules.push({ pattern: new RegExp(field.pattern), message: `${field.title}的格式不对，请检查。` });
  }
  return rules;
}

const typeIsText = (field: Field): boolean => field.widget === 'text' || field.widget === 'textarea';
