import { useToday } from '../../api/session.ts';
import type { CaseView } from '../../api/types.ts';
import { instantText } from '../../days/day-text.ts';
import classes from './case.module.css';
import type { Shown } from './preview.tsx';

export const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;

const shownInPage = /^(image\/)?(png|jpe?g|gif|webp)$|^(application\/)?pdf$/;

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
            {shownInPage.test(type) ? (
              <button
                type="button"
                className="text-link"
                onClick={() => show({ sort: 'file', id, name, type })}
              >
                {name}
              </button>
            ) : (
              <a href={`/api/files/${id}?download=true`} download>
                {name}
              </a>
            )}
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
