import { Button, Form } from 'antd';
import { useEffect, useMemo } from 'react';
import { bodyOf } from '../../act/body.ts';
import type { Values } from '../../act/body.ts';
import { FormField } from '../../act/form-field.tsx';
import { fieldsOf } from '../../act/schema.ts';
import type { Field } from '../../act/schema.ts';
import type { ActFormView } from '../../api/types.ts';
import { formExamples } from './examples.ts';
import type { KeptDraft } from './use-launch-draft.ts';
import classes from './launch.module.css';

interface Props {
  form: ActFormView;
  kept: KeptDraft;
  onNext: () => void;
}

/** Short answers stand side by side; days belong together. */
const halves = new Set(['launchOn', 'from', 'to']);

const withExample = (field: Field): Field => ({
  ...field,
  example: field.example ?? formExamples[field.name],
});

/** The end after the start is what the eye misses; the API says the rest. */
const orderOfDays = ({ from, to }: Values): string | undefined =>
  typeof from === 'string' && typeof to === 'string' && to <= from
    ? '结对结束日应晚于结对开始日。'
    : undefined;

/** ① What the campaign is about; kept in this browser with every key. */
export function StepForm({ form: view, kept, onNext }: Props) {
  const [form] = Form.useForm<Values>();
  const fields = useMemo(() => fieldsOf(view.schema, view.options).map(withExample), [view]);
  const { draft, change } = kept;
  useEffect(() => {
    // Defaults of the API count as typed, so that the dry run sees what the page shows.
    if (Object.keys(draft.form).length === 0) change({ form: { ...view.initial } });
  }, [change, draft.form, view.initial]);
  const next = (values: Values) => {
    const fault = orderOfDays(values);
    form.setFields([{ name: 'to', errors: fault ? [fault] : [] }]);
    if (fault) return form.scrollToField('to', { focus: true });
    onNext();
  };
  const days = fields.filter((field) => halves.has(field.name));
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...view.initial, ...draft.form }}
      scrollToFirstError={{ focus: true, behavior: 'instant' }}
      onValuesChange={(_, values) => change({ form: bodyOf(fields, values) })}
      onFinish={next}
      className={classes['form'] ?? ''}
    >
      {fields.map((field) => {
        if (field === days[0])
          return (
            <div key="days" className={classes['days']}>
              {days.map((day) => (
                <FormField key={day.name} field={day} />
              ))}
            </div>
          );
        return halves.has(field.name) ? null : <FormField key={field.name} field={field} />;
      })}
      <div className={classes['foot']}>
        <Button type="primary" htmlType="submit">
          下一步：名单
        </Button>
        <span className="muted">随填随存在本机，刷新或断网都不会丢。</span>
      </div>
    </Form>
  );
}
