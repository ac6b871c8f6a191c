import { Button, Steps } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import type { ActFormView, ActReceipt } from '../../api/types.ts';
import { useMedia } from '../../lists/use-media.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { StepForm } from './step-form.tsx';
import { StepList } from './step-list.tsx';
import { StepPreview } from './step-preview.tsx';
import { useCheckedList } from './use-checked-list.ts';
import { useLaunchDraft } from './use-launch-draft.ts';
import classes from './launch.module.css';

export default function LaunchPage() {
  const form = useQuery({
    queryKey: ['forms', 'campaign'],
    queryFn: ({ signal }) => ask(api.GET('/api/forms/campaign', { signal })),
    staleTime: Infinity,
  });
  return (
    <PageBody>
      <PageHead trail={[{ label: '批次', to: '/campaigns' }, { label: '发起' }]} title="发起结对批次" />
      <Asked query={form} what="读取表单">
        {(view) => <Launch form={view} />}
      </Asked>
    </PageBody>
  );
}

const titles = ['填写批次', '核对名单', '试排与报签'];

/** Three steps; the address says which, what was typed is kept in this browser. Nothing starts before the last button. */
function Launch({ form }: { form: ActFormView }) {
  const [address, setAddress] = useSearchParams();
  const [launched, setLaunched] = useState<ActReceipt & { title: string }>();
  const kept = useLaunchDraft();
  const checked = useCheckedList(kept);
  const cache = useQueryClient();
  const small = useMedia('(max-width: 767px)');
  const { list, stale } = checked;
  const title = String(kept.draft.form['title'] ?? '');
  if (launched) return <Launched caseId={launched.caseId} next={launched.next} title={launched.title} />;
  // The answer to the last button was lost: the list says that it was launched.
  if (list?.campaignId)
    return <Launched caseId={list.campaignId} next={[]} title={title} onAnother={kept.forget} />;
  const sound =
    list !== undefined &&
    !stale &&
    list.problemCount === 0 &&
    list.faults.length === 0 &&
    list.rows.length > 0;
  const wanted = Number(address.get('step') ?? 1) - 1;
  const step = wanted === 2 && !sound ? 1 : Math.min(2, Math.max(0, wanted));
  const go = (to: number) => {
    setAddress({ step: String(to + 1) });
    document.getElementById('content')?.scrollTo({ top: 0 });
  };
  return (
    <>
      <Steps
        size="small"
        responsive={false}
        titlePlacement={small ? 'vertical' : 'horizontal'}
        className={classes['steps'] ?? ''}
        current={step}
        items={titles.map((title, at) => ({ title, disabled: at > step && !(at === 2 && sound) }))}
        onChange={go}
      />
      {step === 0 ? <StepForm form={form} kept={kept} onNext={() => go(1)} /> : null}
      {step === 1 ? (
        <>
          <StepList kept={kept} checked={checked} />
          <div className={classes['foot']}>
            <Button type="primary" disabled={!sound} onClick={() => go(2)}>
              下一步：看签发后会怎样
            </Button>
            <Button onClick={() => go(0)}>上一步</Button>
            {sound ? null : <span className="muted">名单没有问题后才能继续；到签发之前什么都不会开始。</span>}
          </div>
        </>
      ) : null}
      {step === 2 && list ? (
        <StepPreview
          list={list}
          title={title}
          onBack={() => go(1)}
          onLaunched={(receipt) => {
            setLaunched({ ...receipt, title });
            kept.forget();
            void cache.invalidateQueries({ queryKey: ['cases'] });
          }}
        />
      ) : null}
    </>
  );
}

interface LaunchedProps {
  caseId: string;
  next: string[];
  title: string;
  onAnother?: () => void;
}

/** What happened and the next thing to do. */
function Launched({ caseId, next, title, onAnother }: LaunchedProps) {
  return (
    <div role="status">
      <EmptyState
        title={`✓ 已报请签发：${title}`}
        text={
          next.length > 0 ? `接下来：${next.join('；')}。` : '接下来：分管领导签发，之后各对结对同时立项。'
        }
        action={
          <>
            <Link to={`/cases/${caseId}`}>查看批次办到哪一步</Link>
            <Link to="/campaigns">回到批次列表</Link>
            {onAnother ? (
              <Button size="small" onClick={onAnother}>
                另发起一个批次
              </Button>
            ) : null}
          </>
        }
      />
    </div>
  );
}
