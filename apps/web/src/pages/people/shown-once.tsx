import { Button, Typography } from 'antd';
import classes from '../orgs/master-detail.module.css';

export interface Secret {
  name: string;
  password: string;
}

/** It is nowhere else: the server keeps a hash only. */
export function ShownOnce({ secret, onClose }: { secret: Secret; onClose: () => void }) {
  return (
    <div className={classes['password']} role="alert">
      <p>{secret.name}的初始密码，只在这里显示这一次：</p>
      <Typography.Paragraph copyable={{ text: secret.password }} style={{ margin: '4px 0 8px' }}>
        <code>{secret.password}</code>
      </Typography.Paragraph>
      <p className="muted">首次登录时须由本人修改。没有记下来的，可以再重设一次。</p>
      <Button onClick={onClose}>已告知本人，不再显示</Button>
    </div>
  );
}
