import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PairListView } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import type { ActReceipt } from '../../api/types.ts';
import { newKey } from '../../api/sent-once.ts';
import { Failed } from '../../states/failed.tsx';
import { PreviewOf } from './preview.tsx';
import classes from './launch.module.css';

interface Props {
  list: PairListView;
  title: string;
  onBack: () => void;
  onLaunched: (receipt: ActReceipt) => void;
}

/** ③ The dry run and the one button. The act's id is made once: pressing again after a lost answer repeats nothing. */
export function StepPreview({ list, title, onBack, onLaunched }: Props) {
  const [actId] = useState(() => newKey());
  const launch = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/pair-lists/{id}/launch', { params: { path: { id: list.id } }, body: { actId } })),
    onSuccess: onLaunched,
  });
  return (
    <>
      <PreviewOf list={list} title={title} />
      {launch.isError ? <Failed error={launch.error} what="报请签发" narrow /> : null}
      <div className={classes['foot']}>
        <Button type="primary" loading={launch.isPending} onClick={() => launch.mutate()}>
          报请签发
        </Button>
        <Link to={`/rehearsal?list=${list.id}`}>
          <Button tabIndex={-1}>预演全程</Button>
        </Link>
        <Button onClick={onBack} disabled={launch.isPending}>
          回到名单
        </Button>
        <span className="muted">报请后由分管领导签发；签发前可以撤回。</span>
      </div>
    </>
  );
}
