import { Button, InputNumber, Segmented, Select } from 'antd';
import { useState } from 'react';
import { DayInput } from '../../act/day-input.tsx';
import { useToday } from '../../api/session.ts';
import {
  answeringText,
  assumedBy,
  faultOf,
  presetOf,
  presets,
  type Assumed,
  type Preset,
} from './assumed.ts';
import classes from './rehearsal.module.css';

interface Props {
  assumed: Assumed;
  hospitals: { value: string; label: string }[];
  busy: boolean;
  onApply: (assumed: Assumed) => void;
}
type Answering = Assumed['hospitals'];

const choices = (Object.keys(presets) as Preset[]).map((value) => ({ value, label: presets[value].label }));

/** How people are assumed to answer: a plain choice that is applied at once, and numbers to tune. */
export function Assume({ assumed, hospitals, busy, onApply }: Props) {
  const [draft, setDraft] = useState(assumed);
  const [open, setOpen] = useState(false);
  const chosen = presetOf(assumed);
  const fault = faultOf(draft);
  const changed = JSON.stringify(draft) !== JSON.stringify(assumed);
  const apply = (next: Assumed) => {
    setDraft(next);
    onApply(next);
  };
  return (
    <section className={`${classes['assume']} no-print`} aria-label="假定">
      <div className={classes['choice']}>
        <span id="how">大家怎样办理</span>
        <Segmented<Preset | 'own'>
          aria-labelledby="how"
          value={chosen ?? 'own'}
          onChange={(next) => next !== 'own' && apply(assumedBy(next, draft))}
          options={[...choices, ...(chosen ? [] : [{ value: 'own' as const, label: '自定' }])]}
        />
        <button type="button" className="text-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起数字' : '调整数字'}
        </button>
        <button
          type="button"
          className="text-link"
          disabled={busy}
          onClick={() => apply({ ...draft, seed: draft.seed + 1 })}
          title="比例不变，换一批医院拖延或者不答"
        >
          换一批人拖延
        </button>
      </div>
      <p className="muted">
        {answeringText('医院', assumed.hospitals)}；{answeringText('主管部门', assumed.bureau)}
        ；提异议、退回等占
        {assumed.negativePercent}%。计划事项的时限假定平均分布在期限之内。
      </p>
      {open ? (
        <form
          className={classes['numbers']}
          onSubmit={(event) => {
            event.preventDefault();
            if (!fault) apply(draft);
          }}
        >
          <Side
            title="医院"
            value={draft.hospitals}
            onChange={(one) => setDraft({ ...draft, hospitals: one })}
          />
          <Side
            title="主管部门"
            value={draft.bureau}
            onChange={(one) => setDraft({ ...draft, bureau: one })}
          />
          <Others draft={draft} hospitals={hospitals} onChange={setDraft} />
          <div className={classes['apply']}>
            <Button
              type="primary"
              htmlType="submit"
              loading={busy}
              disabled={fault !== undefined || !changed}
            >
              按这些数字预演
            </Button>
            {fault ? (
              <span role="alert" className="late">
                {fault}
              </span>
            ) : null}
          </div>
        </form>
      ) : null}
    </section>
  );
}

const numbers: [field: keyof Answering, label: string, unit: string, most: number, least: number][] = [
  ['earlyWorkingDays', '按时的，提前', '个工作日', 30, 0],
  ['latePercent', '拖延的占', '%', 100, 0],
  ['lateWorkingDays', '拖延的，晚', '个工作日', 60, 1],
  ['neverPercent', '一直不答的占', '%', 100, 0],
];

interface SideProps {
  title: string;
  value: Answering;
  onChange: (value: Answering) => void;
}

function Side({ title, value, onChange }: SideProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {numbers.map(([field, label, unit, most, least]) => (
        <label key={field}>
          <span>{label}</span>
          <InputNumber
            min={least}
            max={most}
            precision={0}
            value={value[field]}
            onChange={(next) => onChange({ ...value, [field]: next ?? least })}
          />
          <span>{unit}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface OthersProps {
  draft: Assumed;
  hospitals: Props['hospitals'];
  onChange: (draft: Assumed) => void;
}

function Others({ draft, hospitals, onChange }: OthersProps) {
  const today = useToday();
  const { signOn, negativePercent, silentOrgs } = draft;
  return (
    <fieldset>
      <legend>其他</legend>
      <label>
        <span>签发日</span>
        <DayInput value={signOn ?? today} onChange={(day = today) => onChange({ ...draft, signOn: day })} />
      </label>
      <label>
        <span>异议、退回占</span>
        <InputNumber
          min={0}
          max={50}
          precision={0}
          value={negativePercent}
          onChange={(next) => onChange({ ...draft, negativePercent: next ?? 0 })}
        />
        <span>%</span>
      </label>
      <label className={classes['silent']}>
        <span>一直不答的医院</span>
        <Select
          mode="multiple"
          allowClear
          optionFilterProp="label"
          placeholder="不指定"
          options={hospitals}
          value={silentOrgs}
          onChange={(next: string[]) => onChange({ ...draft, silentOrgs: next })}
        />
      </label>
    </fieldset>
  );
}
