import { useQuery } from '@tanstack/react-query';
import { Button, Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { bodyOf, pathOf } from '../../act/body.ts';
import type { Values } from '../../act/body.ts';
import { Consequences } from '../../act/consequences.tsx';
import { FormField } from '../../act/form-field.tsx';
import { fieldsOf } from '../../act/schema.ts';
import type { Field } from '../../act/schema.ts';
import type { Missing } from '../../act/summary.tsx';
import { Summary } from '../../act/summary.tsx';
import { caseQuery } from '../../api/cases.ts';
import { fieldErrorsOf } from '../../api/problem.ts';
import type { ActFormView, ActReceipt } from '../../api/types.ts';
import { EmptyState } from '../../states/empty-state.tsx';
import classes from './opening.module.css';
import type { OpeningBody } from './use-opening.ts';
import { useOpening } from './use-opening.ts';

interface Props {
  kind: string;
  view: ActFormView;
  sourceCaseId: string;
  send: (body: OpeningBody) => Promise<ActReceipt>;
  /** Changes a field by what else is filled in; undefined: it is not asked for. */
  adapt?: (field: Field, values: Values) => Field | undefined;
  /** Told what is filled in, at first and with every change. */
  onValues?: (values: Values) => void;
  /** After it: where to go next. */
  next: (receipt: ActReceipt) => ReactNode;
}

/** One form that opens a case: what will happen, what must be supplied, one button with the verb. */
export function OpeningForm({ kind, view, sourceCaseId, send, adapt, onValues, next }: Props) {
  const [form] = Form.useForm<Values>();
  const [receipt, setReceipt] = useState<ActReceipt>();
  const [missing, setMissing] = useState<Missing[]>([]);
  const fields = useMemo(() => fieldsOf(view.schema, view.options), [view]);
  const { draft, keep, opening } = useOpening(kind, sourceCaseId, send);
  const initial = { ...view.initial, ...draft };
  useEffect(() => onValues?.(initial), []);
  const values = Form.useWatch((all: Values) => all, form) ?? initial;
  if (receipt)
    return (
      <div role="status">
        <EmptyState title={`✓ 已${view.verb}`} text={`现在${receipt.stageLabel}。`} action={next(receipt)} />
      </div>
    );
  const shown = fields.flatMap((field) => (adapt ? (adapt(field, values) ?? []) : field));
  const submit = (filled: Values): void => {
    setMissing([]);
    opening.mutate(bodyOf(shown, filled), {
      onSuccess: setReceipt,
      onError: (error) => {
        const told = fieldErrorsOf(error).filter(({ field }) => field !== '');
        form.setFields(told.map(({ field, detail }) => ({ name: pathOf(field), errors: [detail] })));
        setMissing(told.map(({ field, detail }) => ({ path: pathOf(field), detail })));
      },
    });
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      className={classes['form'] ?? ''}
      onValuesChange={(_, all) => {
        keep(all);
        onValues?.(all);
      }}
      onFinish={submit}
      onFinishFailed={({ errorFields }) =>
        setMissing(
          errorFields.map(({ name, errors }) => ({ path: name as string[], detail: errors[0] ?? '' })),
        )
      }
      scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
    >
      {sourceCaseId ? <Source id={sourceCaseId} /> : null}
      {shown.map((field) => (
        <FormField key={field.name} field={field} />
      ))}
      <Consequences sentences={view.consequences} verb={view.verb} />
      <Summary
        missing={missing}
        error={opening.error}
        form={form}
        trying={opening.isPending && opening.failureCount > 0}
        onRenew={() => undefined}
      />
      <Button type="primary" htmlType="submit" size="large" loading={opening.isPending}>
        {view.verb}
      </Button>
    </Form>
  );
}

function Source({ id }: { id: string }) {
  const { data } = useQuery(caseQuery(id));
  return (
    <p>
      <span className="muted">来源：</span>
      {data ? <Link to={`/cases/${id}`}>{`${data.number} ${data.title}`}</Link> : '正在读取'}
    </p>
  );
}
