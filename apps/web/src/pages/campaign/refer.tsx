import { Button } from 'antd';
import { useMutation } from '@tanstack/react-query';
import type { PairListView } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { sentenceOf } from '../../api/problem.ts';
import type { Match } from './use-launch-draft.ts';
import classes from './launch.module.css';

interface Props {
  list: PairListView;
  place: Pick<Match, 'row' | 'side'>;
}

/** Hands a name that the register doesn't know to the system administrators; the list is checked anew when one returns. */
export function Refer({ list, place: { row, side } }: Props) {
  const send = useMutation({
    mutationFn: () =>
      ask(
        api.POST('/api/pair-lists/{id}/report-unknown', {
          params: { path: { id: list.id } },
          body: { row, side },
        }),
      ),
  });
  if (send.isSuccess)
    return (
      <span role="status" className={classes['good']}>
        ✓ 已送系统管理员。登记后回到本页会重新核对，已填的内容都保留着。
      </span>
    );
  return (
    <>
      <Button size="small" type="link" loading={send.isPending} onClick={() => send.mutate()}>
        送系统管理员处理
      </Button>
      {send.isError ? <span role="alert">{sentenceOf(send.error)}</span> : null}
    </>
  );
}
