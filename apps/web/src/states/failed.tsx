import { Button } from 'antd';
import { requestNumberOf, sentenceOf, statusOf, UnreachableError } from '../api/problem.ts';
import { NoPermission } from './no-permission.tsx';
import classes from './state.module.css';

interface Props {
  error: unknown;
  /** What was being done: 读取登记簿. */
  what?: string;
  retry?: () => void;
  narrow?: boolean;
}

/** What failed, what it means for the reader's work, and what to do. */
export function Failed({ error, what = '读取', retry, narrow }: Props) {
  const status = statusOf(error);
  if (status === 403) return <NoPermission sentence={sentenceOf(error)} />;
  const number = requestNumberOf(error);
  const away = error instanceof UnreachableError;
  return (
    <div role="alert" className={`${classes['state']} ${narrow ? classes['narrow'] : ''}`}>
      <h2>{status === 404 ? '没有找到' : `${what}没有成功`}</h2>
      <p>{sentenceOf(error)}</p>
      {away ? <p>页面上已填写的内容都还在，连接恢复后可以继续。</p> : null}
      {number ? <p className={classes['number']}>编号：{number}（请告诉系统管理员）</p> : null}
      {retry && status !== 404 ? (
        <div className={classes['actions']}>
          <Button onClick={retry}>重新读取</Button>
        </div>
      ) : null}
    </div>
  );
}
