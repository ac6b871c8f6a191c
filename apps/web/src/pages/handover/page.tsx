import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { WorkloadPlan, WorkloadView } from '../../api/bureau-types.ts';
import { useSession } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { AtHand } from './at-hand.tsx';
import classes from './handover.module.css';
import { workloadQuery } from './handover-query.ts';
import { PlanForm } from './plan-form.tsx';
import { Preview } from './preview.tsx';

/** 工作移交: what is at hand, to whom, and what will happen, on one page from top to bottom. */
export default function HandoverPage() {
  const { personId } = useSession();
  const { id = personId } = useParams();
  const query = useQuery(workloadQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取手里的工作" whole>
        {(workload) => (
          <>
            <PageHead
              title={`工作移交：${id === personId ? '我的工作' : workload.person.name}`}
              facts={workload.offices.map((office) => (
                <span key={office}>{office}</span>
              ))}
            />
            <Earlier handovers={workload.handovers} />
            {workload.todos.length > 0 ? (
              <Steps key={id} workload={workload} own={id === personId} />
            ) : (
              <>
                <EmptyState
                  title="没有需要移交的待办"
                  text="指定由本人办理的待办，以及只有本人担任的岗位的待办，会列在这里；同岗位还有其他人的，待办由他们继续办理。"
                />
                <AtHand workload={workload} />
              </>
            )}
          </>
        )}
      </Asked>
    </PageBody>
  );
}

function Earlier({ handovers }: Pick<WorkloadView, 'handovers'>) {
  const { today } = useSession();
  if (handovers.length === 0) return null;
  return (
    <ul className={classes['earlier']}>
      {handovers.map(({ id, at, by, statusLabel }) => (
        <li key={id}>
          <Link to={`/handovers/${id}`} className="text-link">
            {`${instantText(at, today)}由${by}下达的移交`}
          </Link>
          {`　${statusLabel}`}
        </li>
      ))}
    </ul>
  );
}

function Steps({ workload, own }: { workload: WorkloadView; own: boolean }) {
  const [plan, setPlan] = useState<WorkloadPlan>({ way: 'evenly', to: [] });
  return (
    <>
      <AtHand workload={workload} />
      <PlanForm workload={workload} plan={plan} onChange={setPlan} />
      <Preview workload={workload} plan={plan} own={own} />
    </>
  );
}
