import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { api, ask } from '../../api/client.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { OpeningForm } from './opening-form.tsx';

/** 安排现场核查. */
export default function ArrangePage() {
  const [params] = useSearchParams();
  const form = useQuery({
    queryKey: ['forms', 'on-site-check'],
    queryFn: ({ signal }) => ask(api.GET('/api/forms/on-site-check', { signal })),
    staleTime: Infinity,
  });
  return (
    <PageBody>
      <PageHead trail={[{ label: '现场核查', to: '/checks' }, { label: '安排' }]} title="安排现场核查" />
      <Asked query={form} what="读取表单">
        {(view) => (
          <OpeningForm
            kind="on-site-check"
            view={view}
            sourceCaseId={params.get('source') ?? ''}
            send={(body) => ask(api.POST('/api/on-site-checks', { body }))}
            next={({ caseId }) => (
              <>
                <Link to={`/checks/${caseId}`}>打开检查表</Link>
                <Link to="/checks">回到现场核查</Link>
              </>
            )}
          />
        )}
      </Asked>
    </PageBody>
  );
}
