import { Button, Drawer } from 'antd';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ask } from '../../api/client.ts';
import { Failed } from '../../states/failed.tsx';
import { ImportDone } from './import-done.tsx';
import { ImportRows } from './import-rows.tsx';
import { ImportFrom } from './import-source.tsx';
import type { ImportSource } from './import-source.tsx';
import classes from './master-detail.module.css';

interface Props {
  onDone: () => Promise<void>;
  onClose: () => void;
}

/** Organisations and their people from a table: looked at first, then all of it or nothing. */
export function ImportOrgs({ onDone, onClose }: Props) {
  const [source, setSource] = useState<ImportSource>({});
  const check = useMutation({
    mutationFn: (body: ImportSource) => ask(api.POST('/api/orgs/import', { body })),
  });
  const confirm = useMutation({
    mutationFn: (hash: string) => ask(api.POST('/api/orgs/import/confirm', { body: { ...source, hash } })),
    onSuccess: onDone,
  });
  const view = check.data;
  const count = view ? view.created + view.changed : 0;
  const change = (given: ImportSource, ready: boolean) => {
    setSource(given);
    check.reset();
    confirm.reset();
    if (ready) check.mutate(given);
  };
  return (
    // Nothing but its buttons closes it: the passwords are shown once.
    <Drawer
      open
      title="导入机构和人员"
      size="min(960px, 100vw)"
      onClose={onClose}
      mask={{ closable: false }}
      keyboard={!confirm.data}
    >
      {confirm.data ? (
        <ImportDone done={confirm.data} />
      ) : (
        <>
          <ImportFrom disabled={confirm.isPending} onChange={change} />
          {view ? <ImportRows key={view.hash} view={view} /> : null}
          {check.isError ? <Failed error={check.error} what="核对表格" narrow /> : null}
          {confirm.isError ? <Failed error={confirm.error} what="导入机构" narrow /> : null}
        </>
      )}
      <div className={classes['acts']}>
        {confirm.data ? null : view ? (
          <Button
            type="primary"
            disabled={view.problems > 0 || count === 0}
            loading={confirm.isPending}
            onClick={() => confirm.mutate(view.hash)}
          >
            导入{count}家机构
          </Button>
        ) : (
          <Button
            type="primary"
            disabled={!source.pasted?.trim()}
            loading={check.isPending}
            onClick={() => check.mutate(source)}
          >
            核对表格
          </Button>
        )}
        <Button onClick={onClose} disabled={confirm.isPending}>
          {confirm.data ? '已记下，关闭' : '先不导入'}
        </Button>
      </div>
    </Drawer>
  );
}
