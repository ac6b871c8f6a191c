import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { caseQuery } from '../../api/cases.ts';
import { EmptyState } from '../../states/empty-state.tsx';
import { Asked } from '../../states/asked.tsx';
import { ProcedureMap } from '../../procedure-map/procedure-map.tsx';
import type { CaseView } from '../../api/types.ts';
import { CaseAside } from './case-aside.tsx';
import { CaseHead } from './case-head.tsx';
import classes from './case.module.css';
import { History } from './history.tsx';
import { KindSection } from './kind-section.tsx';
import type { Shown } from './preview.tsx';
import { useAct } from './use-act.ts';
import { Wanted } from './wanted.tsx';

const ActPanel = lazy(() => import('../../act/act-panel.tsx'));
const Preview = lazy(() => import('./preview.tsx'));

/** The whole of a case: on its own page and beside the register. */
export function CasePanel({ id, beside }: { id: string; beside?: boolean }) {
  const query = useQuery(caseQuery(id));
  return (
    <Asked query={query} what="读取案件" rows={10} whole={!beside}>
      {(view) => <Case view={view} beside={beside ?? false} />}
    </Asked>
  );
}

function Case({ view, beside }: { view: CaseView; beside: boolean }) {
  const { action, given, todoKey, open, close } = useAct();
  const [shown, show] = useState<Shown>();
  return (
    <article className={`${classes['case']} ${beside ? classes['beside'] : ''}`} aria-labelledby="case-title">
      <CaseHead view={view} beside={beside} />
      <ProcedureMap steps={view.map} />
      <div className={classes['columns']}>
        <div className={classes['main']}>
          <Wanted view={view} open={open} />
          <KindSection view={view} act={open} show={show} />
          <History id={view.id} onFile={(file) => show({ sort: 'file', id: file.id, name: file.name })} />
        </div>
        <CaseAside view={view} show={show} />
      </div>
      <Suspense fallback={null}>
        {action && view.actions.some((one) => one.action === action) ? (
          <ActPanel
            key={`${action}/${todoKey ?? ''}`}
            view={view}
            action={action}
            given={given}
            todoKey={todoKey}
            onNext={(next, key) => open(next, undefined, key)}
            onClose={close}
          />
        ) : null}
        {shown ? <Preview shown={shown} onClose={() => show(undefined)} /> : null}
      </Suspense>
      {view.actions.length === 0 && view.closedAt ? (
        <EmptyState narrow title="案件已办结，不再办理。" />
      ) : null}
    </article>
  );
}
