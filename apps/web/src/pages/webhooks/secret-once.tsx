import { Button, Typography } from 'antd';
import classes from '../orgs/master-detail.module.css';

export function SecretOnce({ secret, onClose }: { secret: string; onClose: () => void }) {
  return (
    <div className={classes['password']} role="alert">
      <p>推送密钥，只在这里显示这一次：</p>
      <Typography.Paragraph copyable={{ text: secret }} style={{ margin: '4px 0 8px' }}>
        <code>{secret}</code>
      </Typography.Paragraph>
      <p className="muted">对方用它验证推送确实来自本系统。没有记下来的，可以再更换一次。</p>
      <Button onClick={onClose}>已交给对方，不再显示</Button>
    </div>
  );
}
