import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { isPassing } from '../../api/problem.ts';
import { useToday } from '../../api/session.ts';
import { dayText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { Failed } from '../../states/failed.tsx';
import { Loading } from '../../states/loading.tsx';
import { Assume } from './assume.tsx';
import { assumedBy, type Assumed } from './assumed.ts';
import { ExportCalendar } from './export-calendar.tsx';
import { Result } from './result.tsx';
import { useRehearsal, useSubject, type Target } from './use-rehearsal.ts';
import classes from './rehearsal.module.css';

export default function RehearsalPage() {
  const [address] = useSearchParams();
  const [listId, campaignId] = [address.get('list'), address.get('campaign')];
  if (!listId && !campaignId)
    return (
      <PageBody>
        <PageHead trail={[{ label: '批次', to: '/campaigns' }, { label: '预演' }]} title="预演" />
        <EmptyState
          title="还没有选定要预演的批次"
          text="发起批次时，名单核对无误后在最后一步选“预演全程”；报请签发以后，领导在批次页面上选“预演”。"
        />
      </PageBody>
    );
  return <Rehearsal target={listId ? { listId } : { campaignId: campaignId ?? '' }} />;
}

function Rehearsal({ target }: { target: Target }) {
  const today = useToday();
  const subject = useSubject(target);
  const [assumed, setAssumed] = useState<Assumed>(() => assumedBy('mostly', { seed: 1, silentOrgs: [] }));
  const body = { ...target, ...assumed };
  const rehearsal = useRehearsal(body);
  const back = target.campaignId
    ? { label: subject.number ?? '批次', to: `/cases/${target.campaignId}` }
    : { label: '发起', to: '/campaigns/new?step=3' };
  const view = rehearsal.data;
  return (
    <PageBody>
      <PageHead
        trail={[{ label: '批次', to: '/campaigns' }, back, { label: '预演' }]}
        title={subject.title ? `预演：${subject.title}` : '预演'}
        facts={
          <>
            {subject.pairs === undefined ? null : <span>{subject.pairs}对</span>}
            {view ? (
              <span>
                假定{dayText(view.signOn, today)}签发，演到{dayText(view.end, today)}（结对期满后90天）
              </span>
            ) : null}
            <span>只是演算，不发通知、不立项</span>
          </>
        }
        actions={view ? <ExportCalendar body={body} disabled={rehearsal.isFetching} /> : null}
      />
      <Assume
        assumed={assumed}
        hospitals={subject.hospitals}
        busy={rehearsal.isFetching}
        onApply={setAssumed}
      />
      {rehearsal.isFetching ? (
        <p role="status" className={classes['running']}>
          正在按工作日历、期限和催办规则逐日演算{subject.pairs ? `${subject.pairs}对结对` : ''}，约需几秒……
        </p>
      ) : null}
      {rehearsal.error ? (
        <Failed
          error={rehearsal.error}
          what="预演"
          {...(isPassing(rehearsal.error) ? { retry: () => void rehearsal.refetch() } : {})}
        />
      ) : view ? (
        <div className={rehearsal.isFetching ? classes['stale'] : ''} aria-busy={rehearsal.isFetching}>
          <Result view={view} />
        </div>
      ) : (
        <Loading rows={12} label="正在演算" />
      )}
    </PageBody>
  );
}
