import { Link } from 'react-router';
import classes from './state.module.css';

interface Props {
  sentence?: string;
  who?: string;
  /** It is all that the page has. */
  whole?: boolean;
}

/** Says who may. */
export function NoPermission({ sentence, who, whole }: Props) {
  const Title = whole ? 'h1' : 'h2';
  return (
    <div role="alert" className={classes['state']}>
      <Title>没有权限</Title>
      <p>{sentence ?? '您的岗位不能查看这一页。'}</p>
      {who ? <p>可以查看的岗位：{who}。</p> : null}
      <p>如确需查看，请联系安全管理员调整岗位。</p>
      <div className={classes['actions']}>
        <Link to="/">回到工作台</Link>
      </div>
    </div>
  );
}
