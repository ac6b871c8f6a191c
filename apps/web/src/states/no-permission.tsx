import { Link } from 'react-router';
import classes from './state.module.css';

/** Says who may. */
export function NoPermission({ sentence, who }: { sentence?: string; who?: string }) {
  return (
    <div role="alert" className={classes['state']}>
      <h1>没有权限</h1>
      <p>{sentence ?? '您的岗位不能查看这一页。'}</p>
      {who ? <p>可以查看的岗位：{who}。</p> : null}
      <p>如确需查看，请联系安全管理员调整岗位。</p>
      <div className={classes['actions']}>
        <Link to="/">回到工作台</Link>
      </div>
    </div>
  );
}
