import { Button } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PairingBody, RecordLine } from '../../../api/bureau-types.ts';
import { api, ask } from '../../../api/client.ts';
import { live } from '../../../api/query-client.ts';
import type { Shown } from '../../../pages/case/preview.tsx';
import { Asked } from '../../../states/asked.tsx';
import { Nothing } from '../nothing.tsx';
import { RecordForm } from './record-form.tsx';
import { RecordItem } from './record-item.tsx';
import classes from './records.module.css';

interface Props {
  caseId: string;
  areas: PairingBody['areas'];
  show: (shown: Shown) => void;
}

/** Visits, lectures, guidance and meetings: kept while working, no act; nothing is deleted. */
export function Records({ caseId, areas, show }: Props) {
  const cache = useQueryClient();
  const queryKey = ['case', caseId, 'records'];
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) =>
      ask(api.GET('/api/cases/{id}/records', { params: { path: { id: caseId } }, signal })),
    ...live,
  });
  const again = async () => {
    // The case's list of files has grown too.
    await cache.invalidateQueries({ queryKey: ['case', caseId] });
  };
  const common = { caseId, areas, show, again };
  return (
    <Asked query={found} what="读取活动记录" rows={4}>
      {({ mayAdd, lines }) => (
        <>
          {mayAdd ? <NewRecord {...common} /> : null}
          {lines.length === 0 ? (
            <Nothing
              what="活动记录"
              how={mayAdd ? '用“记一次活动”登记第一次走访或培训。' : '双方医院登记后列在这里。'}
            />
          ) : (
            <ul className={classes['records']}>
              {lines.map((line: RecordLine) => (
                <RecordItem key={line.id} line={line} {...common} />
              ))}
            </ul>
          )}
        </>
      )}
    </Asked>
  );
}

export interface Keeping {
  caseId: string;
  areas: PairingBody['areas'];
  show: (shown: Shown) => void;
  again: () => Promise<void>;
}

function NewRecord({ caseId, areas, again }: Keeping) {
  const [writing, setWriting] = useState(false);
  if (writing)
    return (
      <RecordForm
        caseId={caseId}
        areas={areas}
        onDone={async () => {
          await again();
          setWriting(false);
        }}
        onCancel={() => setWriting(false)}
      />
    );
  return (
    <div className={classes['bar']}>
      <Button onClick={() => setWriting(true)}>记一次活动</Button>
      <span className="muted">走访、讲课培训、现场指导和例会随做随记，对方医院和主管部门都能看到。</span>
    </div>
  );
}
