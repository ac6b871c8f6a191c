import { Button, Input, Popconfirm, Popover } from 'antd';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ask } from '../api/client.ts';
import { sentenceOf } from '../api/problem.ts';
import type { SavedView } from '../api/types.ts';
import classes from './saved-views.module.css';

interface Props {
  page: 'cases' | 'ledger';
  /** What the list shows now. */
  filter: Record<string, unknown>;
}

const sorted = (filter: Record<string, unknown>): string => {
  const query = new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)]));
  query.sort();
  return query.toString();
};

/** Filters that the reader kept under names: one press sets them; the one that is set can be renamed or removed. */
export function SavedViews({ page, filter }: Props) {
  const queryKey = ['saved-views', page];
  const cache = useQueryClient();
  const found = useQuery({
    queryKey,
    queryFn: ({ signal }) => ask(api.GET('/api/saved-views', { params: { query: { page } }, signal })),
    staleTime: 60_000,
  });
  const onSuccess = () => cache.invalidateQueries({ queryKey });
  const remove = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/saved-views/{id}', { params: { path: { id } } })),
    onSuccess,
  });
  const query = sorted(filter);
  const views = found.data?.items ?? [];
  const shown = views.find((view) => view.query === query);
  if (views.length === 0 && query === '') return null;
  return (
    <nav aria-label="常用筛选" className={classes['views']}>
      {views.length > 0 ? <span className="muted">常用筛选</span> : null}
      {views.map(({ id, name, query: kept }) => (
        <Link
          key={id}
          to={{ search: kept }}
          replace
          {...(id === shown?.id ? { 'aria-current': 'true' } : {})}
        >
          {name}
        </Link>
      ))}
      {shown ? (
        <span className={classes['own']}>
          <Naming
            key={shown.id}
            label="改名"
            initial={shown.name}
            send={(name) => {
              const params = { path: { id: shown.id } };
              return ask(api.PATCH('/api/saved-views/{id}', { params, body: { name } }));
            }}
            onSuccess={onSuccess}
          />
          <Popconfirm
            title={`删除“${shown.name}”？`}
            description="只删除这个名称，列表不变。"
            okText="删除"
            cancelText="留着"
            onConfirm={() => remove.mutateAsync(shown.id).catch(() => undefined)}
          >
            <Button type="link" size="small">
              删除
            </Button>
          </Popconfirm>
        </span>
      ) : query === '' ? null : (
        <Naming
          label="保存当前筛选"
          initial=""
          send={(name) => ask(api.POST('/api/saved-views', { body: { page, name, query } }))}
          onSuccess={onSuccess}
        />
      )}
      {remove.isError ? (
        <span role="alert" className="late">
          没有删除：{sentenceOf(remove.error)}
        </span>
      ) : null}
    </nav>
  );
}

interface NamingProps {
  label: string;
  initial: SavedView['name'];
  send: (name: string) => Promise<unknown>;
  onSuccess: () => Promise<void>;
}

function Naming({ label, initial, send, onSuccess }: NamingProps) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(initial);
  const naming = useMutation({
    mutationFn: () => send(name.trim()),
    onSuccess: async () => {
      await onSuccess();
      setOpen(false);
    },
  });
  const go = () => {
    if (name.trim() && !naming.isPending) naming.mutate();
  };
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setName(initial);
        naming.reset();
      }}
      destroyOnHidden
      content={
        <div className={classes['naming']}>
          <Input
            autoFocus
            aria-label="名称"
            placeholder="如：本周到期的"
            maxLength={20}
            value={name}
            onChange={({ target }) => setName(target.value)}
            onPressEnter={go}
          />
          <Button type="primary" loading={naming.isPending} disabled={!name.trim()} onClick={go}>
            保存
          </Button>
          {naming.isError ? (
            <p role="alert" className="late">
              {sentenceOf(naming.error)}
            </p>
          ) : null}
        </div>
      }
    >
      <Button type="link" size="small">
        {label}
      </Button>
    </Popover>
  );
}
