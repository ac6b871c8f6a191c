import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { noticePagesQuery } from '../../api/cases.ts';
import { useHoldsOneOf } from '../../api/session.ts';
import { PaperPages } from '../../paper/paper-pages.tsx';
import { bureauRoles } from '../../routes/role-groups.ts';
import { Asked } from '../../states/asked.tsx';
import classes from './preview.module.css';

export interface Shown {
  sort: 'notice' | 'file';
  id: string;
  name: string;
  type?: string;
}

/** A paper or file read without a download. */
export default function Preview({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const supervises = useHoldsOneOf(bureauRoles);
  const address = shown.sort === 'notice' ? `/api/notices/${shown.id}/pdf` : `/api/files/${shown.id}`;
  return (
    <Modal
      open
      title={shown.name}
      onCancel={onClose}
      width="min(900px, 100vw)"
      style={{ top: 16 }}
      footer={[
        shown.sort === 'notice' && supervises ? (
          <Button key="docx" href={`/api/notices/${shown.id}/docx`} download>
            下载编辑稿（Word）
          </Button>
        ) : null,
        <Button key="file" href={shown.sort === 'notice' ? address : `${address}?download=true`} download>
          {shown.sort === 'notice' ? '下载PDF' : '下载'}
        </Button>,
      ]}
    >
      <div className={classes['sheet']} tabIndex={0} role="region" aria-label={shown.name}>
        {shown.sort === 'notice' ? (
          <Pages id={shown.id} name={shown.name} />
        ) : (
          <File shown={shown} address={address} />
        )}
      </div>
    </Modal>
  );
}

function Pages({ id, name }: { id: string; name: string }) {
  const query = useQuery(noticePagesQuery(id));
  return (
    <Asked query={query} what="读取文书">
      {({ pages }) => <PaperPages pages={pages} name={name} />}
    </Asked>
  );
}

function File({ shown, address }: { shown: Shown; address: string }) {
  const isPicture =
    (shown.type ? /png|jpe?g|gif|webp/.test(shown.type) : undefined) ??
    /\.(png|jpe?g|gif|webp)$/i.test(shown.name);
  if (isPicture) return <img src={address} alt={shown.name} />;
  const isPdf = shown.type?.endsWith('pdf') ?? /\.pdf$/i.test(shown.name);
  if (isPdf) return <iframe src={address} title={shown.name} />;
  return <p>这种文件不能在页面里显示，请下载后查看。</p>;
}
