import { Descriptions, Modal } from 'antd';
import { useToday } from '../api/session.ts';
import type { DeadlineView } from '../api/types.ts';
import { dayText } from '../days/day-text.ts';
import { Lateness } from '../lateness/lateness.tsx';
import { CountedDays } from './counted-days.tsx';
import { Due } from './due.tsx';

/** The rule, its ground, and every day counted or skipped. */
export default function Derivation({ deadline, onClose }: { deadline: DeadlineView; onClose: () => void }) {
  const today = useToday();
  const { label, start, due, originalDue, time, ground, markLabel, provisional, sentence, days } = deadline;
  const items = [
    { key: 'due', label: '到期', children: <Due of={deadline} /> },
    ...(time ? [{ key: 'time', label: '时点', children: time }] : []),
    { key: 'start', label: '起算', children: dayText(start, today) },
    ...(originalDue === due
      ? []
      : [{ key: 'was', label: '原到期日', children: dayText(originalDue, today) }]),
    { key: 'ground', label: '依据', children: `${ground}（${markLabel}）` },
    { key: 'state', label: '状态', children: <Lateness value={deadline.lateness} /> },
  ];
  return (
    <Modal open title={`${label}：期限怎样算出`} onCancel={onClose} footer={null} width={600}>
      <p style={{ marginBottom: 12 }}>{sentence}</p>
      <Descriptions size="small" column={1} items={items} styles={{ label: { width: '6em' } }} />
      {provisional ? (
        <p className="muted" style={{ marginBottom: 8 }}>
          国务院办公厅尚未公布该年度放假安排，到期日暂按周末推算，公布后自动重算。
        </p>
      ) : null}
      <CountedDays days={days} />
    </Modal>
  );
}
