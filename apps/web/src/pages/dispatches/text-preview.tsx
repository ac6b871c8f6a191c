import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Values } from '../../act/body.ts';
import { useSettled } from '../../act/use-draft.ts';
import { api, ask } from '../../api/client.ts';
import { OneOfMany } from '../../paper/one-of-many.tsx';
import { PaperPages } from '../../paper/paper-pages.tsx';
import { Asked } from '../../states/asked.tsx';
import classes from './writing.module.css';

/** The paper with what is typed so far; it follows the hands after a short while. */
export function TextPreview({ caseId, values, name }: { caseId: string; values: Values; name: string }) {
  const form = useSettled(values) ?? values;
  const [wanted, setNth] = useState(0);
  // Receivers may be taken out while the last one's paper is shown.
  const nth = form['each'] === true ? wanted : 0;
  const preview = useQuery({
    queryKey: ['case', caseId, 'preview', form, nth],
    queryFn: ({ signal }) => {
      const params = { path: { id: caseId } };
      return ask(api.POST('/api/dispatches/{id}/text/preview', { params, body: { form, nth }, signal }));
    },
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    gcTime: 0,
  });
  return (
    <section className={classes['preview']} aria-label={`${name}预览`}>
      <h2>
        预览 <span className="muted">括号〔〕里是还没有写的，印发时的文号、日期由系统填写</span>
      </h2>
      <OneOfMany
        nth={Math.min(nth, (preview.data?.of ?? 1) - 1)}
        of={preview.data?.of ?? 1}
        onChange={setNth}
      />
      <div className={classes['pages']} tabIndex={0} role="region" aria-label={`${name}各页`}>
        <Asked query={preview} what="排出预览" rows={12}>
          {({ pages }) => <PaperPages pages={pages} name={name} />}
        </Asked>
      </div>
    </section>
  );
}
