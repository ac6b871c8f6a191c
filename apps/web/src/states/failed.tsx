import { Button } from 'antd';
import { Link } from 'react-router';
import { requestNumberOf, sentenceOf, statusOf, UnreachableError } from '../api/problem.ts';
import { NoPermission } from './no-permission.tsx';
import classes from './state.module.css';

interface Props {
  error: unknown;
  /** What was being done: 读取登记簿. */
  what?: string;
  retry?: () => void;
  narrow?: boolean;
  /** It is all that the page has. */
  whole?: boolean;
}

/** What failed, what it means for the reader's work, and what to do. */
export function Failed({ error, what = '读取', retry, narrow, whole = false }: Props) {
  const status = statusOf(error);
  if (status === 403) return <NoPermission sentence={sentenceOf(error)} whole={whole} />;
  const Title = whole ? 'h1' : 'h2';
  const number = requestNumberOf(error);
  const away = error instanceof UnreachableError;
  return (
    <div role="alert" className={`${classes['state']} ${narrow ? classes['narrow'] : ''}`}>
      <Title>{status === 404 ? '没有找到' : `${what}没有成功`}</Title>
      <p>{sentenceOf(error)}</p>
      {away ? <p>页面上已填写的内容都还在，连接恢复后可以继续。</p> : null}
      {number ? <p className={classes['number']}>编号：{number}（请告诉系统管理员）</p> : null}
      {whole && status === 404 ? (
        <div className={classes['actions']}>
          <Link to="/">回到工作台</Link>
        </div>
      ) : null}
      {retry && status !== 404 ? (
        <div className={classes['actions']}>
          <Button onClick={retry}>重新读取</Button>
        </div>
      ) : null}
    </div>
  );
}
