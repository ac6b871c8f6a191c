import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useParams } from 'react-router';
import { noticePagesQuery } from '../../api/cases.ts';
import { api, ask } from '../../api/client.ts';
import { useToday } from '../../api/session.ts';
import { instantText } from '../../days/day-text.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { PaperPages } from '../../paper/paper-pages.tsx';
import { Standing } from '../../paper/standing.tsx';
import { Asked } from '../../states/asked.tsx';
import classes from './paper.module.css';

/** 收文: a paper by itself, for those to whom it was sent. */
export default function PaperPage() {
  const { id = '' } = useParams();
  const notice = useQuery({
    queryKey: ['notice', id],
    queryFn: ({ signal }) => ask(api.GET('/api/notices/{id}', { params: { path: { id } }, signal })),
  });
  const pages = useQuery(noticePagesQuery(id));
  const today = useToday();
  return (
    <PageBody>
      <Asked query={notice} what="读取文书" whole>
        {(line) => (
          <>
            <PageHead
              trail={[{ label: '消息', to: '/messages?show=all' }, { label: '收文' }]}
              title={line.title}
              facts={
                <>
                  {line.number ? <span>{line.number}</span> : null}
                  <span>{`${instantText(line.issuedAt, today)}印发`}</span>
                </>
              }
              actions={
                <Button href={`/api/notices/${id}/pdf`} download>
                  下载PDF
                </Button>
              }
            />
            <Standing notice={line} />
            <div className={classes['pages']} tabIndex={0} role="region" aria-label={line.title}>
              <Asked query={pages} what="读取文书">
                {({ pages: sheets }) => <PaperPages pages={sheets} name={line.title} />}
              </Asked>
            </div>
          </>
        )}
      </Asked>
    </PageBody>
  );
}
