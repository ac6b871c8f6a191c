import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import { useHoldsOneOf } from '../../api/session.ts';
import type { CaseLine, Role } from '../../api/types.ts';
import { BulkBar } from '../../bulk/bulk-bar.tsx';
import { useSelection } from '../../bulk/use-selection.ts';
import { PageHead } from '../../layout/page-head.tsx';
import { More } from '../../lists/more.tsx';
import { SavedViews } from '../../lists/saved-views.tsx';
import { useMedia } from '../../lists/use-media.ts';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { CasePanel } from '../case/case-panel.tsx';
import classes from './cases.module.css';
import { changed, filterOf, isFiltered } from './filter.ts';
import type { Filter } from './filter.ts';
import { Filters } from './filters.tsx';
import { registerQuery } from './register-query.ts';
import { RegisterTable } from './register-table.tsx';
import { Tools } from './tools.tsx';

/** List and case as master and detail where the screen is wide enough; otherwise the case has its own page. */
export default function RegisterPage() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const wide = useMedia('(min-width: 1200px)');
  const filter = filterOf(params);
  const small = useMedia('(max-width: 767px)');
  const asked = params.get('open') ?? undefined;
  const opened = wide ? asked : undefined;
  const show = useCallback(
    (id: string | undefined, replace = true) => {
      const next = changed(params, 'open', id);
      next.delete('act');
      void navigate({ search: next.toString() }, { replace });
    },
    [navigate, params],
  );
  const open = useCallback((id: string) => show(id, false), [show]);
  const close = (event: KeyboardEvent): void => {
    // A panel or a list box above the case closes first.
    const inside =
      event.target instanceof Element && event.target.closest('[role=dialog],[role=listbox],[role=combobox]');
    if (event.key !== 'Escape' || event.defaultPrevented || !opened || inside) return;
    const row = document.querySelector<HTMLElement>('tr[aria-current] [data-row]');
    show(undefined);
    row?.focus();
  };
  // An address that was sent on from a wide screen.
  if (asked && !wide) return <Navigate to={`/cases/${asked}`} replace />;
  return (
    <div className={`${classes['page']} ${opened ? classes['split'] : ''}`} onKeyDown={close}>
      <div className={classes['master']}>
        <PageHead title="登记簿" actions={<Tools filter={filter} />} />
        {opened || small ? (
          <details className={classes['folded']}>
            <summary>{isFiltered(filter) ? '筛选（已设条件）' : '筛选'}</summary>
            <Filters />
          </details>
        ) : (
          <Filters />
        )}
        <SavedViews page="cases" filter={filter} />
        <Lines filter={filter} opened={opened} onOpened={wide ? open : undefined} onMoved={show} />
      </div>
      {opened ? (
        <section className={classes['detail']} aria-label="所选案件">
          <Button size="small" type="text" className={classes['close'] ?? ''} onClick={() => show(undefined)}>
            收起（Esc）
          </Button>
          <CasePanel key={opened} id={opened} beside />
        </section>
      ) : null}
    </div>
  );
}

interface LinesProps {
  filter: Filter;
  opened: string | undefined;
  onOpened: ((id: string) => void) | undefined;
  onMoved: (id: string) => void;
}

function Lines({ filter, ...table }: LinesProps) {
  const query = useInfiniteQuery(registerQuery(filter));
  const { fetchNextPage } = query;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <Asked query={query} what="读取登记簿" rows={12}>
      {(lines) =>
        lines.length > 0 ? (
          <>
            <Selectable lines={lines} {...table}>
              <More
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                more={more}
                count={lines.length}
              />
            </Selectable>
          </>
        ) : (
          <Nothing filtered={isFiltered(filter)} />
        )
      }
    </Asked>
  );
}

const urging: readonly Role[] = ['inspector', 'section-head', 'leader', 'chief-leader'];

interface SelectableProps extends Omit<LinesProps, 'filter'> {
  lines: readonly CaseLine[];
  children: ReactNode;
}

/** Beside an open case nothing is ticked: there is no room, and the case has its own acts. */
function Selectable({ lines, opened, children, ...table }: SelectableProps) {
  const mayTick = useHoldsOneOf(urging) && !opened;
  const ids = useMemo(() => lines.filter(({ closedAt }) => !closedAt).map(({ id }) => id), [lines]);
  const selection = useSelection(ids);
  return (
    <>
      <RegisterTable lines={lines} opened={opened} selection={mayTick ? selection : undefined} {...table} />
      {children}
      {mayTick ? (
        <BulkBar
          count={selection.ids.length}
          full={selection.full}
          selection={{ todos: [], caseIds: selection.ids }}
          onClear={selection.clear}
        />
      ) : null}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  const launches = useHoldsOneOf(['inspector']);
  if (filtered) {
    return (
      <EmptyState
        title="没有符合条件的案件"
        text="可以放宽筛选；名称可以只写其中几个字。已办结的案件请把办理状态改为“全部”。"
        action={<Link to="/cases">清除筛选</Link>}
      />
    );
  }
  return (
    <EmptyState
      title="还没有在办案件"
      text="批次签发后，每一对医院自动立案，列在这里；医院只看到自己的案件。"
      action={launches ? <Link to="/campaigns/new">发起结对批次</Link> : null}
    />
  );
}
