import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';

/** Leaving with something typed and not sent is asked about; the text itself is kept in this browser anyway. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      when && (from.pathname !== to.pathname || from.search !== to.search),
  );
  useEffect(() => {
    if (!when) return undefined;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [when]);
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title="还没有提交"
      onCancel={() => blocker.reset?.()}
      footer={
        <>
          <Button onClick={() => blocker.proceed?.()}>先离开</Button>
          <Button type="primary" autoFocus onClick={() => blocker.reset?.()}>
            继续填写
          </Button>
        </>
      }
    >
      <p>已填写的内容保存在这台电脑上，下次打开这一步会自动带出；退出登录后清除。</p>
    </Modal>
  );
}
