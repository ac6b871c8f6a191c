import { useQuery } from '@tanstack/react-query';
import { Navigate } from 'react-router';
import type { Values } from '../../act/body.ts';
import type { Field } from '../../act/schema.ts';
import { api, ask } from '../../api/client.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { OpeningForm } from '../opening/opening-form.tsx';

/** How it relates to another paper is asked only where one is chosen. */
const adapt = (field: Field, values: Values): Field | undefined => {
  if (field.name !== 'how') return field;
  return values['noticeId'] ? { ...field, required: true } : undefined;
};

/** 起草文书: which sort, about what. */
export default function DraftPage() {
  const form = useQuery({
    queryKey: ['forms', 'dispatch'],
    queryFn: ({ signal }) => ask(api.GET('/api/forms/dispatch', { signal })),
    staleTime: Infinity,
  });
  return (
    <PageBody>
      <PageHead trail={[{ label: '发文', to: '/dispatches' }, { label: '起草' }]} title="起草文书" />
      <Asked query={form} what="读取表单">
        {(view) => (
          <OpeningForm
            kind="dispatch"
            view={view}
            sourceCaseId=""
            adapt={adapt}
            send={(body) => ask(api.POST('/api/dispatches', { body }))}
            next={({ caseId }) => <Navigate to={`/dispatches/${caseId}`} replace />}
          />
        )}
      </Asked>
    </PageBody>
  );
}
