import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { FormInstance } from 'antd';
import { useState } from 'react';
import { pathOf } from '../../act/body.ts';
import type { Values } from '../../act/body.ts';
import type { Missing } from '../../act/summary.tsx';
import { api, ask } from '../../api/client.ts';
import { fieldErrorsOf } from '../../api/problem.ts';

/** Saves another version; what is wrong is told beside its field. */
export function useSaveText(caseId: string, form: FormInstance<Values>) {
  const cache = useQueryClient();
  const [missing, setMissing] = useState<Missing[]>([]);
  const saving = useMutation({
    mutationFn: (body: { version: number; form: Values }) =>
      ask(api.POST('/api/dispatches/{id}/text', { params: { path: { id: caseId } }, body })),
    onMutate: () => setMissing([]),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['case', caseId], exact: true });
      await cache.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: (error) => {
      const told = fieldErrorsOf(error).filter(({ field }) => field !== '');
      form.setFields(told.map(({ field, detail }) => ({ name: pathOf(field), errors: [detail] })));
      setMissing(told.map(({ field, detail }) => ({ path: pathOf(field), detail })));
    },
  });
  return { saving, missing };
}
