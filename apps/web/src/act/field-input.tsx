import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import { DayInput } from './day-input.tsx';
import { LinesInput } from './lines-input.tsx';
import { FilesInput } from './files-input.tsx';
import type { Choice, Field } from './schema.ts';

interface InputProps {
  field: Field;
  /** In a row the column's head is not enough for a screen reader. */
  label?: string;
  id?: string;
  value?: unknown;
  onChange?: (value: never) => void;
}

const exampleOf = (field: Field): string | undefined => field.example?.replace(/^(如：?)?/, '如：');

/** Takes id, value and onChange from its Form.Item. */
export function FieldInput({ field, label, ...given }: InputProps) {
  const props = { ...given, ...(label ? { 'aria-label': label } : {}) } as Record<string, never>;
  const example = exampleOf(field);
  const most = field.most ? { maxLength: field.most } : {};
  switch (field.widget) {
    case 'textarea':
      return (
        <Input.TextArea
          {...props}
          {...most}
          {...(label ? {} : { showCount: (field.most ?? 0) <= 500 })}
          autoSize={{ minRows: label ? 1 : field.lines, maxRows: 16 }}
          placeholder={example}
        />
      );
    case 'day':
      return <DayInput {...props} />;
    case 'select':
    case 'area-item':
      // A radio can't be taken back: what may be left out is a list box.
      return field.choices.length > 0 &&
        field.choices.length <= 4 &&
        !label &&
        (field.required || field.when) ? (
        <Radio.Group {...props} options={field.choices} vertical={field.choices.some(isLong)} />
      ) : (
        <Select
          {...props}
          options={field.choices}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear={!field.required}
          placeholder="请选择"
          notFoundContent="没有可选的内容"
          popupMatchSelectWidth={false}
          style={{ width: '100%', minWidth: '7em' }}
        />
      );
    case 'several':
      return (
        <Select
          {...props}
          mode="multiple"
          options={field.choices}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择，可选多个"
          notFoundContent="没有可选的内容"
          style={{ width: '100%' }}
        />
      );
    case 'checkboxes':
      // A group may not be called required by ARIA; the Form.Item says so of every control.
      return <Checkbox.Group {...props} aria-required={undefined} options={field.choices} />;
    case 'number':
      return (
        <InputNumber
          {...props}
          min={field.from}
          max={field.to}
          {...(field.integer ? { precision: 0 } : {})}
          placeholder={example}
          style={{ width: '100%', minWidth: '6em' }}
        />
      );
    case 'lines':
      return <LinesInput {...props} rows={field.lines} placeholder={example} />;
    case 'files':
      return <FilesInput {...props} {...(field.most ? { most: field.most } : {})} />;
    default:
      // In a row a long text wraps instead of hiding its end.
      return label ? (
        <Input.TextArea
          {...props}
          {...most}
          autoSize
          placeholder={example}
          autoComplete="off"
          style={{ minWidth: '5.5em' }}
        />
      ) : (
        <Input {...props} {...most} placeholder={example} autoComplete="off" />
      );
  }
}

const isLong = ({ label }: Choice): boolean => label.length > 10;
