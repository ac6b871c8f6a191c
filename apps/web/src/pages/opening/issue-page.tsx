import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Values } from '../../act/body.ts';
import type { Field } from '../../act/schema.ts';
import { api, ask } from '../../api/client.ts';
import type { ActFormView } from '../../api/types.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { OpeningForm } from './opening-form.tsx';

/** 下达台账事项: by itself, or from a case that is named in the address. */
export default function IssuePage() {
  const [params] = useSearchParams();
  const source = params.get('source') ?? '';
  const form = useQuery({
    queryKey: ['forms', 'commitment'],
    queryFn: ({ signal }) => ask(api.GET('/api/forms/commitment', { signal })),
    staleTime: Infinity,
  });
  return (
    <PageBody>
      <PageHead trail={[{ label: '台账', to: '/ledger' }, { label: '下达' }]} title="下达台账事项" />
      <Asked query={form} what="读取表单">
        {(view) => <Issue view={view} source={source} />}
      </Asked>
    </PageBody>
  );
}

function Issue({ view, source }: { view: ActFormView; source: string }) {
  const [owner, setOwner] = useState<string>();
  const people = useQuery({
    queryKey: ['people', 'of', owner],
    queryFn: ({ signal }) =>
      ask(api.GET('/api/people', { params: { query: { orgId: owner ?? '', limit: 200 } }, signal })),
    enabled: owner !== undefined,
  });
  const staff = (people.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const adapt = (field: Field, values: Values): Field | undefined => {
    const chosen = typeof values['owner'] === 'string' ? values['owner'] : undefined;
    if (field.name === 'due')
      return values['limit'] === 'day' ? { ...field, required: true, help: undefined } : undefined;
    // A list box however few there are: they are read by and by.
    if (field.name === 'holder') return chosen && staff.length > 0 ? { ...field, choices: staff } : undefined;
    if (field.name === 'helpers')
      return { ...field, choices: field.choices.filter(({ value }) => value !== chosen) };
    return field;
  };
  return (
    <OpeningForm
      kind="commitment"
      view={view}
      sourceCaseId={source}
      send={(body) => ask(api.POST('/api/commitments', { body }))}
      adapt={adapt}
      onValues={({ owner: chosen }) => setOwner(typeof chosen === 'string' ? chosen : undefined)}
      next={({ caseId }) => (
        <>
          <Link to={`/cases/${caseId}`}>查看这一事项</Link>
          <Link to={source ? `/cases/${source}` : '/ledger'}>{source ? '回到来源案件' : '回到台账'}</Link>
        </>
      )}
    />
  );
}
