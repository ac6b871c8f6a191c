import { useCallback, useState } from 'react';
import { Link } from 'react-router';
import { useSession } from '../../api/session.ts';
import { readBatch, writeBatch, type Batch } from '../../batch/batch.ts';
import { Reading } from '../../batch/reading.tsx';
import { Sending } from '../../batch/sending.tsx';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { EmptyState } from '../../states/empty-state.tsx';

/** 批量办理文书: looked through one after the other, then done in one go; what was begun here goes on here. */
export default function SigningPage() {
  const { personId } = useSession();
  const [batch, setBatch] = useState(() => readBatch(personId));
  const update = useCallback(
    (change: (batch: Batch) => Batch) =>
      setBatch((before) => {
        const after = before && change(before);
        writeBatch(personId, after);
        return after;
      }),
    [personId],
  );
  const end = useCallback(() => {
    writeBatch(personId, undefined);
    setBatch(undefined);
  }, [personId]);
  return (
    <PageBody>
      {batch ? (
        <>
          <PageHead
            trail={[{ label: '工作台', to: '/' }, { label: '批量办理文书' }]}
            title={`${batch.label}：${batch.items.length}份`}
          />
          {batch.sending ? (
            <Sending batch={batch} update={update} end={end} />
          ) : (
            <Reading batch={batch} update={update} />
          )}
        </>
      ) : (
        <EmptyState
          whole
          title="没有正在批量办理的文书"
          text="在工作台的“待审文书”或“待签文书”里勾选几份，就可以逐份阅看、一并办理。"
          action={<Link to="/?list=sign">去待签文书</Link>}
        />
      )}
    </PageBody>
  );
}
