import { Button, Drawer, Form } from 'antd';
import { useMemo } from 'react';
import type { BulkOffer } from '../api/types.ts';
import { bodyOf } from '../act/body.ts';
import type { Values } from '../act/body.ts';
import { Consequences } from '../act/consequences.tsx';
import { FormField } from '../act/form-field.tsx';
import { fieldsOf } from '../act/schema.ts';
import { Folded } from '../lists/folded.tsx';
import { Failed } from '../states/failed.tsx';
import { BulkResults } from './bulk-results.tsx';
import classes from './bulk.module.css';
import { countOf, firstOf } from './count-of.ts';
import { useBulk } from './use-bulk.ts';

interface Props {
  offer: BulkOffer;
  /** `done`: something of it stands. */
  onClose: (done: boolean) => void;
}

/** One act on many: which, which not and why, what is filled in once for all; then what became of each. */
export default function BulkPanel({ offer, onClose }: Props) {
  const { label, verb, items, left, consequences, schema, options } = offer;
  const [form] = Form.useForm<Values>();
  const fields = useMemo(() => fieldsOf(schema, options), [schema, options]);
  const { send, lines, begin, again } = useBulk(offer);
  const count = countOf(items);
  const cases = new Set(items.map(({ caseId }) => caseId)).size;
  const done = lines?.some(({ result }) => result?.receipt) ?? false;
  return (
    <Drawer
      open
      onClose={() => onClose(done)}
      title={`${label}（批量）`}
      size="min(760px, 100vw)"
      mask={{ closable: false }}
    >
      {lines ? (
        <BulkResults
          lines={lines}
          label={label}
          sending={send.isPending}
          again={again}
          onClose={() => onClose(done)}
        />
      ) : (
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => begin(bodyOf(fields, values))}
          scrollToFirstError={{ behavior: 'smooth', block: 'center' }}
        >
          <h3>{`将办理${count}项${cases < count ? `，涉及${cases}个案件` : ''}`}</h3>
          <ul className={classes['list']}>
            <Folded items={items} first={6}>
              {(item) => (
                <li key={`${item.caseId}${JSON.stringify(item.form)}`}>
                  <b>{item.caseTitle}</b>
                  {firstOf(item.what).map((what) => (
                    <span key={what} className={`${classes['what']} muted`}>
                      {what}
                    </span>
                  ))}
                </li>
              )}
            </Folded>
          </ul>
          {left.length > 0 ? (
            <>
              <h3>{`另有${left.length}个案件中的所选事项不在其内`}</h3>
              <ul className={classes['list']}>
                <Folded items={left} first={2}>
                  {(one) => (
                    <li key={`${one.caseId}${one.what.join()}`}>
                      {`${one.caseTitle}：${firstOf(one.what).join('；')}`}
                      <span className={`${classes['what']} muted`}>{one.reason}</span>
                    </li>
                  )}
                </Folded>
              </ul>
            </>
          ) : null}
          {fields.map((field) => (
            <FormField key={field.name} field={field} />
          ))}
          <Consequences
            sentences={[
              ...consequences,
              '每一项单独办理、单独记入各自案件的办理过程；一项没有办成，不影响其他项。',
            ]}
            verb={verb}
          />
          {send.error ? <Failed error={send.error} what={label} narrow /> : null}
          <Button type="primary" htmlType="submit" size="large" loading={send.isPending}>
            {send.isPending ? `正在逐项办理${count}项…` : `${verb}（${count}项）`}
          </Button>
        </Form>
      )}
    </Drawer>
  );
}
