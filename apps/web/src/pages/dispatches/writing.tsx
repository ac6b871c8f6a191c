import { Button, Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { bodyOf } from '../../act/body.ts';
import type { Values } from '../../act/body.ts';
import { draftKey, readDraft, writeDraft } from '../../act/draft.ts';
import { FormField } from '../../act/form-field.tsx';
import { LeaveGuard } from '../../act/leave-guard.tsx';
import { fieldsOf } from '../../act/schema.ts';
import { Summary } from '../../act/summary.tsx';
import type { DispatchText } from '../../api/bureau-types.ts';
import { useSession, useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { Opinions } from '../../kinds/dispatch/opinions.tsx';
import { TextPreview } from './text-preview.tsx';
import { useSaveText } from './use-save-text.ts';
import classes from './writing.module.css';

export function Writing({ text }: { text: DispatchText }) {
  const { caseId } = text;
  const [form] = Form.useForm<Values>();
  const { personId } = useSession();
  const today = useToday();
  const navigate = useNavigate();
  const fields = useMemo(() => fieldsOf(text.schema, text.options), [text.schema, text.options]);
  const keyOf = (version: number) => draftKey(personId, caseId, 'text', String(version));
  const [saved, setSaved] = useState(text);
  const [unsaved, setUnsaved] = useState(false);
  const initial = { ...text.form, ...readDraft(keyOf(text.version))?.values };
  const values = Form.useWatch((all: Values) => bodyOf(fields, all), form) ?? bodyOf(fields, initial);
  const { saving, missing } = useSaveText(caseId, form);
  // The guard lets go with the drawing in which nothing is unsaved: only then the page is left.
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    if (leaving && !unsaved) void navigate(`/cases/${caseId}?act=submit`);
  }, [leaving, unsaved, navigate, caseId]);
  const save = (leave: boolean): void =>
    saving.mutate(
      { version: saved.version, form: bodyOf(fields, form.getFieldsValue(true) as Values) },
      {
        onSuccess: (kept) => {
          writeDraft(keyOf(saved.version), undefined);
          setSaved(kept);
          setUnsaved(false);
          setLeaving(leave);
        },
      },
    );
  const { lacks, opinions } = saved;
  return (
    <div className={classes['columns']}>
      <LeaveGuard when={unsaved} />
      <div>
        <Opinions opinions={opinions} open />
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={initial}
          onValuesChange={(_, all) => {
            setUnsaved(true);
            writeDraft(keyOf(saved.version), { values: all });
          }}
        >
          {fields.map((field) => (
            <FormField key={field.name} field={field} />
          ))}
          <Summary
            missing={missing}
            error={saving.error}
            form={form}
            trying={false}
            onRenew={() => undefined}
          />
          <div className={classes['foot']}>
            <Button type="primary" size="large" loading={saving.isPending} onClick={() => save(false)}>
              保存文稿
            </Button>
            <Button size="large" disabled={saving.isPending} onClick={() => save(true)}>
              保存并去报送
            </Button>
            {saved.version > 0 ? (
              <Button size="large" href={`/api/dispatches/${caseId}/text/docx`} download disabled={unsaved}>
                下载Word
              </Button>
            ) : null}
            <span role="status" className="muted">
              {unsaved
                ? '有未保存的修改'
                : saved.saved
                  ? `第${saved.version}版，${instantText(saved.saved.at, today)}保存`
                  : '还没有保存过'}
              {!unsaved && saved.version > 0 && lacks.length > 0 ? `；报送前还要补正：${lacks.join('')}` : ''}
            </span>
          </div>
        </Form>
      </div>
      <TextPreview caseId={caseId} values={values} name={text.paperLabel} />
    </div>
  );
}
