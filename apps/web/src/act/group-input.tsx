import { Form } from 'antd';
import { FieldInput } from './field-input.tsx';
import classes from './rows-input.module.css';
import { rulesOf } from './rules.ts';
import type { Field } from './schema.ts';

/** A fixed set of answers under one heading, such as one score per work area. */
export function GroupInput({ field }: { field: Field }) {
  return (
    <fieldset className={classes['group']}>
      <legend>{field.title}</legend>
      <div className={classes['cells']}>
        {field.parts.map((part) => (
          <Form.Item key={part.name} name={[field.name, part.name]} label={part.title} rules={rulesOf(part)}>
            <FieldInput field={part} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}
