import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { textQuery } from './dispatch-query.ts';
import { Writing } from './writing.tsx';

/** 写文稿: the form at the left, the paper as it will be at the right. */
export default function WritePage() {
  const { id = '' } = useParams();
  const query = useQuery(textQuery(id));
  return (
    <PageBody>
      <Asked query={query} what="读取文稿" whole>
        {(text) => (
          <>
            <PageHead
              trail={[{ label: '发文', to: '/dispatches' }, { label: '文稿' }]}
              title={text.title}
              facts={
                <>
                  <span>{text.stageLabel}</span>
                  <Link to={`/cases/${id}`}>办理过程</Link>
                </>
              }
            />
            {text.mayEdit ? (
              <Writing text={text} />
            ) : (
              <EmptyState
                title="这份文稿现在不能修改"
                text={text.reason}
                action={<Link to={`/cases/${id}`}>查看办理过程</Link>}
              />
            )}
          </>
        )}
      </Asked>
    </PageBody>
  );
}
