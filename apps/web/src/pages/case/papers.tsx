import { useState } from 'react';
import type { CaseView } from '../../api/types.ts';
import classes from './case.module.css';
import { Making } from './making.tsx';
import { ManyPapers } from './many-papers.tsx';
import { Paper } from './paper.tsx';
import type { Shown } from './preview.tsx';

interface Props {
  view: CaseView;
  show: (shown: Shown) => void;
}

/** So many stand open; a case with more of them is searched. */
const first = 10;

/** Official papers: the first ones, and of many the rest on demand. */
export function Papers({ view: { id, notices, papers }, show }: Props) {
  const [all, showAll] = useState(false);
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{papers.all > 1 ? `文书（${papers.all}份）` : '文书'}</h2>
      {notices.length === 0 ? (
        <p className="muted">还没有文书。文书在签发等环节自动生成，列在这里。</p>
      ) : null}
      <Making caseId={id} papers={papers} />
      {papers.made > 0 && papers.made === papers.all ? (
        <p className={classes['facts']}>
          <a href={`/api/cases/${id}/papers.pdf`} target="_blank" rel="noreferrer">
            打印全套
          </a>
          <a href={`/api/cases/${id}/papers.zip`} download>
            下载全部
          </a>
        </p>
      ) : null}
      {all ? (
        // Above: nobody scrolls past hundreds to come back.
        <button type="button" className="text-link" aria-expanded onClick={() => showAll(false)}>
          {`收起，只看前${first}份`}
        </button>
      ) : null}
      {all ? (
        <ManyPapers caseId={id} show={show} />
      ) : (
        <ul className={classes['lines']}>
          {notices.slice(0, first).map((notice) => (
            <Paper key={notice.id} notice={notice} show={show} />
          ))}
        </ul>
      )}
      {papers.all > first && !all ? (
        <button type="button" className="text-link" aria-expanded={false} onClick={() => showAll(true)}>
          {`展开全部${papers.all}份，按医院查找`}
        </button>
      ) : null}
    </section>
  );
}
