import { Button, Popconfirm } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PairingBody, RecordLine } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { useToday } from '../../api/session.ts';
import type { CaseView } from '../../api/types.ts';
import { dayText } from '../../days/day-text.ts';
import { Asked } from '../../states/asked.tsx';
import { Failed } from '../../states/failed.tsx';
import { Nothing } from './nothing.tsx';
import { RecordForm } from './record-form.tsx';
import classes from './pairing.module.css';

interface Props {
  view: CaseView;
  areas: PairingBody['areas'];
}

/** Visits, lectures, guidance and meetings: kept while working, no act; nothing is deleted. */
export function Records({ view, areas }: Props) {
  const cache = useQueryClient();
  const queryKey = ['case', view.id, 'records'];
  const [writing, setWriting] = useState(false);
  const path = { id: view.id };
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(api.GET('/api/cases/{id}/records', { params: { path }, signal })),
  });
  const again = () => cache.invalidateQueries({ queryKey });
  const withdraw = useMutation({
    mutationFn: (recordId: string) =>
      ask(
        api.POST('/api/cases/{id}/records/{recordId}/withdraw', { params: { path: { ...path, recordId } } }),
      ),
    onSettled: again,
  });
  return (
    <>
      {view.closedAt === null && !writing && (
        <div className={classes['bar']}>
          <Button onClick={() => setWriting(true)}>记一次活动</Button>
          <span className="muted">走访、讲课培训、现场指导和例会随做随记，对方医院和主管部门都能看到。</span>
        </div>
      )}
      {writing && (
        <RecordForm
          caseId={view.id}
          areas={areas}
          onDone={async () => {
            setWriting(false);
            await again();
          }}
          onCancel={() => setWriting(false)}
        />
      )}
      {withdraw.isError && <Failed error={withdraw.error} what="撤回" narrow />}
      <Asked query={found} what="读取活动记录" rows={4}>
        {(lines) =>
          lines.length === 0 ? (
            <Nothing what="活动记录" how="用“记一次活动”登记第一次走访或培训。" />
          ) : (
            <ul className={classes['records']}>
              {lines.map((line) => (
                <Line key={line.id} line={line} onWithdraw={() => withdraw.mutate(line.id)} />
              ))}
            </ul>
          )
        }
      </Asked>
    </>
  );
}

function Line({ line, onWithdraw }: { line: RecordLine; onWithdraw: () => void }) {
  const today = useToday();
  const where = [line.areaLabel, line.place].filter(Boolean).join('，');
  return (
    <li>
      <header>
        <b>{line.sortLabel}</b>
        <span>{dayText(line.on, today)}</span>
        {where && <span>{where}</span>}
        {line.people && <span>参加：{line.people}</span>}
        <span className="muted">
          {line.org} {line.by}记
        </span>
        {line.withdrawn && <b>已撤回</b>}
        {line.mine && !line.withdrawn && (
          <Popconfirm
            title="撤回这条记录？"
            description="记录会留下并标明已撤回，不会删除。"
            okText="撤回记录"
            cancelText="保留"
            onConfirm={onWithdraw}
          >
            <Button size="small" type="link">
              撤回
            </Button>
          </Popconfirm>
        )}
      </header>
      <p className={`${classes['text']} ${line.withdrawn ? classes['withdrawn'] : ''}`}>{line.text}</p>
    </li>
  );
}
