import { Button, Form, InputNumber, Select } from 'antd';
import { roleLabels } from '../../api/labels.ts';
import classes from './rules.module.css';

const signers = (['section-head', 'legal-reviewer', 'leader', 'chief-leader'] as const).map((value) => ({
  value,
  label: roleLabels[value],
}));

/** Step after step; in each one or several people, all of them or so many. */
export function RouteFields() {
  return (
    <Form.List name="stages">
      {(stages, { add, remove }) => (
        <>
          {stages.map(({ key, name }) => (
            <section key={key} className={classes['stage']} aria-label={`第${name + 1}步`}>
              <div className={classes['acts']}>
                <b>第{name + 1}步</b>
                {stages.length > 1 ? (
                  <button type="button" className="text-link" onClick={() => remove(name)}>
                    去掉这一步
                  </button>
                ) : null}
              </div>
              <Places stage={name} />
              <Form.Item noStyle dependencies={[['stages', name, 'signers']]}>
                {({ getFieldValue }) => {
                  const places = (getFieldValue(['stages', name, 'signers']) ?? []) as unknown[];
                  return places.length > 1 ? (
                    <Form.Item
                      name={[name, 'need']}
                      label={`这${places.length}人中几人同意即可（可不填）`}
                      extra="不填：每一人都要同意。"
                    >
                      <InputNumber min={1} max={places.length} precision={0} suffix="人" />
                    </Form.Item>
                  ) : null;
                }}
              </Form.Item>
            </section>
          ))}
          {stages.length < 6 ? (
            <Form.Item>
              <Button onClick={() => add({ signers: [['chief-leader']] })}>再加一步</Button>
            </Form.Item>
          ) : null}
        </>
      )}
    </Form.List>
  );
}

function Places({ stage }: { stage: number }) {
  return (
    <Form.List name={[stage, 'signers']}>
      {(places, { add, remove }) => (
        <>
          {places.map(({ key, name }) => (
            <div key={key} className={classes['place']}>
              <Form.Item
                name={name}
                label={places.length > 1 ? `第${name + 1}人的岗位` : '签署人的岗位'}
                extra="选了几个岗位的，其中任何一个岗位的人签署即可。"
                rules={[{ required: true, message: '请选择可以签署的岗位。' }]}
              >
                <Select mode="multiple" options={signers} placeholder="可以选几个" />
              </Form.Item>
              {places.length > 1 ? (
                <button type="button" className="text-link" onClick={() => remove(name)}>
                  去掉
                </button>
              ) : null}
            </div>
          ))}
          {places.length < 9 ? (
            <p>
              <button type="button" className="text-link" onClick={() => add(['leader'])}>
                这一步再加一人
              </button>
            </p>
          ) : null}
        </>
      )}
    </Form.List>
  );
}
