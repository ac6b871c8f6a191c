import { Form, Radio, Select } from 'antd';
import type { WorkloadPlan, WorkloadView } from '../../api/bureau-types.ts';
import classes from './handover.module.css';

interface Props {
  workload: WorkloadView;
  plan: WorkloadPlan;
  onChange: (plan: WorkloadPlan) => void;
}

type Way = WorkloadPlan['way'];
const ways: { value: Way; label: string }[] = [
  { value: 'evenly', label: '交给一人，或平均分给几人' },
  { value: 'by-kind', label: '按事项类型分' },
  { value: 'by-role', label: '按岗位分' },
];

/** The groups of the todos at hand: kinds or roles, each with how many. */
function groupsOf(todos: WorkloadView['todos'], way: Way): { code: string; label: string; count: number }[] {
  const groups = new Map<string, { code: string; label: string; count: number }>();
  for (const todo of todos) {
    const code = way === 'by-kind' ? todo.kind : todo.role;
    const label = way === 'by-kind' ? todo.kindLabel : todo.roleLabel;
    groups.set(code, { code, label, count: (groups.get(code)?.count ?? 0) + 1 });
  }
  return [...groups.values()];
}

export function PlanForm({ workload: { todos, colleagues }, plan, onChange }: Props) {
  const { way, to } = plan;
  const options = colleagues.map(({ id, name, office }) => ({ value: id, label: `${name}（${office}）` }));
  const search = { showSearch: { optionFilterProp: 'label' }, placeholder: '输入姓名查找', options };
  const chosenFor = (code: string) => to.find(({ of }) => of?.includes(code))?.personId;
  const choose = (code: string, personId: string | undefined): void => {
    const rest = to
      .map((one) => ({ ...one, of: (one.of ?? []).filter((other) => other !== code) }))
      .filter(({ of }) => of.length > 0);
    const same = rest.find((one) => one.personId === personId);
    if (personId === undefined) return onChange({ way, to: rest });
    const others = rest.filter((one) => one !== same);
    onChange({ way, to: [...others, { personId, of: [...(same?.of ?? []), code] }] });
  };
  return (
    <section className={classes['part']} aria-labelledby="to-whom">
      <h2 id="to-whom">二、交给谁</h2>
      <Form layout="vertical" component="div" className={classes['plan'] ?? ''}>
        <Form.Item>
          <Radio.Group
            aria-label="怎样分"
            value={way}
            options={ways}
            onChange={({ target }) => onChange({ way: target.value as Way, to: [] })}
          />
        </Form.Item>
        {way === 'evenly' ? (
          <Form.Item
            label="接办人"
            htmlFor="receivers"
            extra="接办人须担任同一岗位；选几人的，按到期先后平均分配，有回避关系的自动避开。"
          >
            <Select
              id="receivers"
              mode="multiple"
              maxCount={20}
              value={to.map(({ personId }) => personId)}
              onChange={(ids: string[]) =>
                onChange({ way, to: ids.map((personId) => ({ personId, of: [] })) })
              }
              {...search}
            />
          </Form.Item>
        ) : (
          groupsOf(todos, way).map(({ code, label, count }) => (
            <Form.Item key={code} label={`${label}（${count}项）`} htmlFor={`to-${code}`}>
              <Select
                id={`to-${code}`}
                allowClear
                value={chosenFor(code)}
                onChange={(personId: string | undefined) => choose(code, personId)}
                {...search}
              />
            </Form.Item>
          ))
        )}
      </Form>
    </section>
  );
}
