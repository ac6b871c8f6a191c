import { Button, Modal } from 'antd';
import { useState } from 'react';
import classes from './enlarged.module.css';
import { PaperPages } from './paper-pages.tsx';

/** How long a paper is, and the way to read it in its full size: on a phone a whole page is too small for reading. */
export function Enlarged({ pages, name }: { pages: readonly string[]; name: string }) {
  const [open, setOpen] = useState(false);
  return (
    <p className={classes['line']}>
      <span>{pages.length > 1 ? `共${pages.length}页，在框内向下滚动阅看。` : '共1页。'}</span>
      <Button size="small" onClick={() => setOpen(true)}>
        放大阅看
      </Button>
      <Modal
        open={open}
        onCancel={() => setOpen(false)}
        title={name}
        footer={
          <Button type="primary" onClick={() => setOpen(false)}>
            看完了
          </Button>
        }
        width="min(1000px, 100vw)"
        className={classes['sheet'] ?? ''}
        style={{ top: 0 }}
        destroyOnHidden
      >
        <div className={classes['pages']} tabIndex={0} role="region" aria-label={`${name}（放大）`}>
          <PaperPages pages={pages} name={name} />
        </div>
      </Modal>
    </p>
  );
}
