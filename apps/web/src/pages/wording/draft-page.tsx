import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import type { WordingDraft } from '../../api/bureau-types.ts';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import { DraftPage } from '../../drafts/draft-page.tsx';
import { PageBody } from '../../layout/page-head.tsx';
import { PaperPages } from '../../paper/paper-pages.tsx';
import { Asked } from '../../states/asked.tsx';
import { Dropped } from './preview-pane.tsx';
import { wordingDraftQuery, wordingPagesQuery } from './queries.ts';
import { Changes } from './changes.tsx';
import classes from './wording.module.css';

export default function WordingDraftPage() {
  const { id = '' } = useParams();
  const query = useQuery(wordingDraftQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取措辞草稿" rows={10} whole>
        {(draft) => <Draft draft={draft} />}
      </Asked>
    </PageBody>
  );
}

const approving = [
  '批准后列入历次措辞；自生效日起印发的文书采用，以前印发的不变。',
  '批准不能收回；需要更正的，另报一份，同一生效日的后一份代替前一份。',
];

function Draft({ draft }: { draft: WordingDraft }) {
  const today = useToday();
  const { id, code, label, from, ground, lines, may, dropped } = draft;
  return (
    <DraftPage
      draft={draft}
      title={`《${label}》的措辞${lines ? '' : '：恢复自带的措辞'}`}
      trail={[
        { label: '文书措辞', to: '/wording' },
        { label, to: `/wording/papers/${code}` },
      ]}
      words={{ approve: approving }}
      since={`，${dateText(from, today)}起生效`}
      facts={<span>自{dateText(from, today)}起</span>}
    >
      <p>改动的缘由：{ground}</p>
      <Dropped names={dropped} />
      {may.edit ? (
        <p>
          <Link to={`/wording/papers/${code}?draft=${id}`}>接着修改</Link>
        </p>
      ) : null}
      <Changes draft={draft} />
      <Samples draft={draft} />
    </DraftPage>
  );
}

/** Old and new side by side, of the same example. */
function Samples({ draft: { id, version, label, beforeLabel } }: { draft: WordingDraft }) {
  const query = useQuery(wordingPagesQuery(id, version));
  return (
    <section className="section" aria-labelledby="samples">
      <h2 id="samples">样张（按示例内容）</h2>
      <Asked query={query} what="生成样张" rows={10}>
        {({ before, after, faults }) => (
          <div className={classes['pair']}>
            <div>
              <h3>原来的（{beforeLabel}）</h3>
              <PaperPages pages={before} name={`${label}原来的样张`} />
            </div>
            <div>
              <h3>新的</h3>
              {faults.map(({ line, says }) => (
                <p key={`${line}${says}`} className="wrong">
                  ■ {line > 0 ? `第${line}行：` : ''}
                  {says}
                </p>
              ))}
              <PaperPages pages={after} name={`${label}新的样张`} />
            </div>
          </div>
        )}
      </Asked>
    </section>
  );
}
