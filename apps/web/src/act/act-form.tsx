import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { fieldErrorsOf } from '../api/problem.ts';
import { useSession } from '../api/session.ts';
import type { ActFormView, ActReceipt, CaseView } from '../api/types.ts';
import { ActPaper } from './act-paper.tsx';
import classes from './act.module.css';
import type { Behalf } from './use-behalf.ts';
import { Before } from './before.tsx';
import { bodyOf, pathOf, pieceOf } from './body.ts';
import type { Values } from './body.ts';
import { Consequences } from './consequences.tsx';
import { Dossier } from './dossier.tsx';
import { draftKey, readDraft, writeDraft } from './draft.ts';
import { FormField } from './form-field.tsx';
import type { Field } from './schema.ts';
import { MovedOn } from './moved-on.tsx';
import type { Missing } from './summary.tsx';
import { Summary } from './summary.tsx';
import { areMany } from '../signing/prove-all.ts';
import { ProvingBar } from '../signing/proving-bar.tsx';
import { forget, isGoing, useUnderWay } from '../signing/under-way.ts';
import { useSendAct, type ShownPaper } from './use-send-act.ts';

/** Below the button's place on a small screen nobody would see it begin. */
const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'center' });

interface Props {
  view: CaseView;
  asked: ActFormView;
  fields: readonly Field[];
  behalf: Behalf;
  given: Values;
  todoKey: string | undefined;
  /** Whether something stands in the form that is not on its way. */
  onUnsent: (unsent: boolean) => void;
  onDone: (receipt: ActReceipt) => void;
  /** Asks for the form again, because the case has moved on. */
  onRenew: () => void;
}

export function ActForm({ view, asked, fields, behalf, given, todoKey, onUnsent, onDone, onRenew }: Props) {
  const { action, initial, seq, verb, consequences } = asked;
  const [form] = Form.useForm<Values>();
  const { personId } = useSession();
  const key = draftKey(
    personId,
    view.id,
    action,
    todoKey ?? Object.values(given).join('.'),
    behalf.chosen ?? '',
  );
  const [draft, setDraft] = useState(() => readDraft(key));
  const [missing, setMissing] = useState<Missing[]>([]);
  const [seen, setSeen] = useState<ShownPaper | 'waiting' | undefined>(asked.draft ? 'waiting' : undefined);
  const paper = seen === 'waiting' ? undefined : seen;
  const send = useSendAct({ id: view.id, title: view.title, label: asked.label }, key);
  const underWay = useUnderWay(view.id);
  const going = underWay !== undefined && isGoing(underWay);
  const beginning = { ...initial, ...pieceOf(fields, todoKey), ...draft?.values, ...given };

  const submit = (values: Values): void => {
    setMissing([]);
    // Many papers take their time: he may leave meanwhile.
    if (paper && areMany(paper.of)) onUnsent(false);
    const body = bodyOf(fields, values);
    send.mutate(
      { action, seq, onBehalfOf: behalf.chosen, form: body, paper },
      {
        onSuccess: (receipt) => {
          forget(view.id);
          onDone(receipt);
        },
        onError: (error) => {
          forget(view.id);
          onUnsent(true);
          const told = fieldErrorsOf(error).filter(({ field }) => field !== '');
          form.setFields(told.map(({ field, detail }) => ({ name: pathOf(field), errors: [detail] })));
          setMissing(told.map(({ field, detail }) => ({ path: pathOf(field), detail })));
        },
      },
    );
  };
  const keep = (changed: Values, values: Values): void => {
    onUnsent(true);
    setMissing((before) => before.filter(({ path }) => !(String(path[0]) in changed)));
    const sent = readDraft(key)?.sent;
    writeDraft(key, { values, ...(sent ? { sent } : {}) });
  };
  const discard = (): void => {
    writeDraft(key, undefined);
    setDraft(undefined);
    form.setFieldsValue({
      ...Object.fromEntries(fields.map((field) => [field.name, undefined])),
      ...initial,
      ...given,
    });
  };

  // The dossier above says which escalation it is.
  const isTold = ({ name, choices }: Field) => name === 'escalation' && choices.length === 1;

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={beginning}
      onValuesChange={keep}
      onFinish={submit}
      onFinishFailed={({ errorFields }) =>
        setMissing(
          errorFields.map(({ name, errors }) => ({
            path: name as (string | number)[],
            detail: errors[0] ?? '',
          })),
        )
      }
      scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
    >
      {draft && Object.keys(draft.values).length > 0 ? (
        <p className={classes['draft']} role="status">
          已带出上次没有提交的内容。
          <Button type="link" size="small" onClick={discard}>
            清除，重新填写
          </Button>
        </p>
      ) : null}
      {action === 'decide-escalation' ? (
        <Dossier view={view} todoKey={todoKey} />
      ) : (
        <Before caseId={view.id} todoKey={todoKey} />
      )}
      {behalf.choices.length > 1 ? (
        <Form.Item label="代表的单位" htmlFor="behalf">
          <Select id="behalf" value={behalf.chosen} options={behalf.choices} onChange={behalf.choose} />
        </Form.Item>
      ) : null}
      {asked.draft ? (
        <ActPaper caseId={view.id} action={action} name={asked.draft} onShown={setSeen} />
      ) : null}
      {fields.map((field) => (
        <FormField key={field.name} field={field} hidden={isTold(field)} />
      ))}
      {asked.draftBy.length > 0 ? (
        <ActPaper
          caseId={view.id}
          action={action}
          by={fields.filter(({ name }) => asked.draftBy.includes(name))}
          onShown={setSeen}
        />
      ) : null}
      {going ? null : <MovedOn view={view} asked={asked} />}
      <Consequences sentences={consequences} verb={verb} />
      <Summary
        missing={missing}
        error={send.error ?? underWay?.failure}
        form={form}
        trying={send.isPending && send.failureCount > 0}
        onRenew={onRenew}
      />
      {going ? (
        <div ref={intoView} className={classes['going']}>
          <ProvingBar {...underWay} />
          <p className="muted">
            可以关上这一页先办别的事，办得怎样显示在页面上方；请不要关闭浏览器。已校验的保留一天，中途断开的，再次提交接着校验。
          </p>
        </div>
      ) : null}
      {/* Nothing is signed before it was there to be read. */}
      <Button
        type="primary"
        htmlType="submit"
        loading={send.isPending && !going}
        disabled={seen === 'waiting' || going}
        size="large"
      >
        {verb}
      </Button>
    </Form>
  );
}
