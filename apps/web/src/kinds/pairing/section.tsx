import { Select, Tabs } from 'antd';
import { useSearchParams } from 'react-router';
import type { PairingBody } from '../../api/bureau-types.ts';
import { forgetPointed } from '../../lists/pointed.ts';
import { useMedia } from '../../lists/use-media.ts';
import type { KindSectionProps } from '../index.ts';
import { Closing } from './closing.tsx';
import type { Doing } from './doing.ts';
import { Facts } from './facts.tsx';
import { Groups } from './groups.tsx';
import { Inspections } from './inspections.tsx';
import { Needs } from './needs.tsx';
import { Plan } from './plan.tsx';
import { Problems } from './problems.tsx';
import { Records } from './records/records.tsx';
import { Weeks } from './weeks.tsx';
import classes from './pairing.module.css';

/** The part that the stage is about is open first. */
const firstPart: Record<string, string> = {
  forming: 'groups',
  pledging: 'groups',
  needs: 'needs',
  closing: 'closing',
  archiving: 'closing',
  archived: 'closing',
};

const counted = (label: string, count: number): string => (count > 0 ? `${label} ${count}` : label);

/** 手拉手 pairing: what its page shows beside what every case has. */
export default function PairingSection({ view, act, show: showFile }: KindSectionProps) {
  const [address, setAddress] = useSearchParams();
  // Tabs that do not fit hide behind a button that a screen reader takes for a tab.
  const small = useMedia('(max-width: 767px)');
  const body = view.body as unknown as PairingBody;
  const openProblems = body.problems.filter(({ endLabel }) => !endLabel).length;
  const may = (action: string) => view.actions.some((one) => one.action === action && one.permitted);
  const doing: Doing = { body, act, may };
  const parts = [
    { key: 'plan', label: '帮带计划', children: <Plan {...doing} /> },
    { key: 'problems', label: counted('问题', openProblems), children: <Problems body={body} /> },
    { key: 'groups', label: '联合专班', children: <Groups body={body} /> },
    { key: 'needs', label: '需求与基线', children: <Needs needs={body.needs} /> },
    { key: 'weeks', label: counted('周报', body.weeksOwed.length), children: <Weeks {...doing} /> },
    {
      key: 'records',
      label: '走访与活动',
      children: <Records caseId={view.id} areas={body.areas} show={showFile} />,
    },
    { key: 'inspections', label: '检查评分', children: <Inspections body={body} /> },
    { key: 'closing', label: '总结移交', children: <Closing closing={body.closing} /> },
  ];
  const asked = address.get('part');
  const open = parts.find((part) => part.key === asked)?.key ?? firstPart[view.stage] ?? 'plan';
  const shown = parts.find((part) => part.key === open);
  const show = (part: string) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old);
        next.set('part', part);
        forgetPointed(next);
        return next;
      },
      { replace: true },
    );
  return (
    <div className={classes['pairing']}>
      <Facts body={body} />
      {small ? (
        <>
          <Select<string>
            aria-label="显示哪一部分"
            className={classes['parts'] ?? ''}
            value={open}
            options={parts.map(({ key, label }) => ({ value: key, label }))}
            onChange={show}
          />
          {shown?.children}
        </>
      ) : (
        <Tabs size="small" items={parts} activeKey={open} onChange={show} />
      )}
    </div>
  );
}
