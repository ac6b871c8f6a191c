import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { useToday } from '../../api/session.ts';
import { dateText } from '../../days/day-text.ts';
import { Asked } from '../../states/asked.tsx';
import { Editor } from './editor.tsx';
import { Periods } from './periods.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { usePreview, wordingDraftQuery, wordingPaperQuery } from './queries.ts';
import type { WordingDraft, WordingPaper } from '../../api/bureau-types.ts';

/** One paper: its words, to be changed by who may propose, and read by who may approve. */
export default function WordingPaperPage() {
  const { code = '' } = useParams();
  const [address] = useSearchParams();
  const draftId = address.get('draft') ?? '';
  const paper = useQuery(wordingPaperQuery(code));
  const draft = useQuery({ ...wordingDraftQuery(draftId), enabled: draftId !== '' });
  return (
    <PageBody>
      <Asked query={paper} what="读取文书措辞" rows={12} whole>
        {(found) =>
          draftId === '' ? (
            <Paper paper={found} />
          ) : (
            <Asked query={draft} what="读取草稿" rows={12} whole>
              {(own) => <Paper paper={found} draft={own} />}
            </Asked>
          )
        }
      </Asked>
    </PageBody>
  );
}

function Paper({ paper, draft }: { paper: WordingPaper; draft?: WordingDraft }) {
  const today = useToday();
  const now = paper.periods.findLast(({ from }) => from === null || from <= today);
  return (
    <>
      <PageHead
        title={`${draft ? '修改草稿：' : ''}《${paper.label}》的措辞`}
        trail={[{ label: '文书措辞', to: '/wording' }, { label: paper.layoutLabel }]}
        facts={
          <>
            <span>
              现行：{now?.label}
              {now?.from ? `，自${dateText(now.from, today)}` : ''}
            </span>
            <span>先存为草稿，看清样张，再报请另一人批准；批准之前一切照旧。</span>
          </>
        }
      />
      {paper.proposes ? (
        <Editor key={draft?.version ?? 0} paper={paper} {...(draft ? { draft } : {})} />
      ) : (
        <Read paper={paper} />
      )}
      <Periods periods={paper.periods} />
    </>
  );
}

function Read({ paper }: { paper: WordingPaper }) {
  const preview = usePreview(paper.code, paper.lines);
  return <PreviewPane query={preview} name={paper.label} />;
}
