import { Checkbox, Form } from 'antd';
import { FieldInput } from './field-input.tsx';
import { GroupInput } from './group-input.tsx';
import { RowsInput } from './rows-input.tsx';
import { rulesOf } from './rules.ts';
import type { Field } from './schema.ts';

/** One question with its label above and its help below. */
export function FormField({ field, hidden = false }: { field: Field; hidden?: boolean }) {
  const { name, title, help, required, tick, when } = field;
  const other: unknown = Form.useWatch(when?.field ?? name);
  if (when && ![when.is].flat().includes(String(other))) return null;
  if (field.widget === 'rows') {
    return field.grows ? <RowsInput field={field} /> : <GroupInput field={field} />;
  }
  return (
    <Form.Item
      name={name}
      label={tick ? undefined : required || when || field.widget === 'files' ? title : `${title}（可不填）`}
      extra={help}
      hidden={hidden}
      rules={rulesOf(field)}
      validateTrigger={['onBlur', 'onChange']}
      validateFirst
      {...(tick ? { valuePropName: 'checked' } : {})}
    >
      {tick ? <Checkbox>{title}</Checkbox> : <FieldInput field={field} />}
    </Form.Item>
  );
}
