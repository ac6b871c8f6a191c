import { useToday } from '../../api/session.ts';
import type { CaseView } from '../../api/types.ts';
import { instantText } from '../../days/day-text.ts';
import classes from './case.module.css';
import { FileName } from './file-name.tsx';
import type { Shown } from './preview.tsx';

export const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

interface Props {
  files: CaseView['files'];
  show: (shown: Shown) => void;
}

export function CaseFiles({ files, show }: Props) {
  const today = useToday();
  return (
    <section aria-labelledby="files">
      <h2 id="files">附件</h2>
      {files.length === 0 ? <p className="muted">还没有附件。办理各步骤时上传的材料列在这里。</p> : null}
      <ul className={classes['lines']}>
        {files.map(({ id, name, size, type, uploadedBy, uploadedAt, action }) => (
          <li key={id}>
            <FileName file={{ id, name, type }} show={show} />
            <div className={classes['facts']}>
              <span>{sizeText(size)}</span>
              <span>{`${uploadedBy} ${instantText(uploadedAt, today)}`}</span>
              <span>{action}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
