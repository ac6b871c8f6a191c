import { Button, Checkbox, Input, Select, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useHoldsOneOf } from '../../api/session.ts';
import { PageBody, PageHead } from '../../layout/page-head.tsx';
import { Asked } from '../../states/asked.tsx';
import { EmptyState } from '../../states/empty-state.tsx';
import { ImportOrgs } from './import-orgs.tsx';
import { MasterDetail } from './master-detail.tsx';
import { NewOrg } from './new-org.tsx';
import { orgKindOptions } from './org-kinds.ts';
import { OrgPanel } from './org-panel.tsx';
import { orgTree } from './org-tree.ts';
import type { OrgNode } from './org-tree.ts';
import { useOrgs } from './use-orgs.ts';
import classes from './master-detail.module.css';

export default function OrgsPage() {
  const [address, setAddress] = useSearchParams();
  const cache = useQueryClient();
  const mayAct = useHoldsOneOf(['system-admin']);
  const q = address.get('q') ?? '';
  const kind = orgKindOptions.find((option) => option.value === address.get('kind'))?.value;
  const withDisabled = address.get('disabled') === 'true';
  const orgs = useOrgs({ withDisabled, ...(q ? { q } : {}), ...(kind ? { kind } : {}) });
  const open = address.get('open');
  const set = (changes: Record<string, string | undefined>, replace = false) =>
    setAddress(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changes)) {
          if (value) next.set(name, value);
          else next.delete(name);
        }
        return next;
      },
      { replace },
    );
  const close = () => set({ open: undefined });
  const bureau = orgs.data?.find((org) => org.kind === 'bureau')?.id;
  const again = () => cache.invalidateQueries({ queryKey: ['orgs'] });
  const toOrg = (id: string) => ({
    search: new URLSearchParams({ ...Object.fromEntries(address), open: id }).toString(),
  });
  return (
    <PageBody>
      <PageHead
        title="机构"
        facts="机构只停用、不删除；更名、合并后原名保留，以前的文书不受影响。"
        actions={
          mayAct ? (
            <>
              <Button onClick={() => set({ open: 'import' })}>导入机构</Button>
              <Button type="primary" onClick={() => set({ open: 'new' })}>
                登记新机构
              </Button>
            </>
          ) : null
        }
      />
      <div className={classes['tools']} role="search" aria-label="筛选机构">
        <Input.Search
          allowClear
          placeholder="名称、简称或曾用名"
          aria-label="按名称查找机构"
          defaultValue={q}
          onSearch={(words) => set({ q: words.trim() }, true)}
          style={{ width: 240 }}
        />
        <Select
          allowClear
          placeholder="全部类型"
          aria-label="类型"
          options={orgKindOptions}
          value={kind}
          onChange={(value?: string) => set({ kind: value }, true)}
          style={{ width: 130 }}
        />
        <Checkbox
          checked={withDisabled}
          onChange={(event) => set({ disabled: event.target.checked ? 'true' : undefined }, true)}
        >
          含已停用
        </Checkbox>
      </div>
      <MasterDetail
        title="机构详情"
        onClose={close}
        list={
          <Asked query={orgs} what="读取机构" rows={10}>
            {(found) =>
              found.length === 0 ? (
                <EmptyState
                  title="没有这样的机构"
                  text="换一个名称，或者勾选“含已停用”。新机构由系统管理员登记。"
                />
              ) : (
                <Tree nodes={orgTree(found)} count={found.length} open={open} toOrg={toOrg} />
              )
            }
          </Asked>
        }
        detail={
          open === 'new' && mayAct ? (
            <NewOrg
              parentId={bureau}
              onCancel={close}
              onDone={async (id) => {
                await again();
                set({ open: id });
              }}
            />
          ) : open && open !== 'new' && open !== 'import' ? (
            <OrgPanel id={open} />
          ) : null
        }
      />
      {open === 'import' && mayAct ? <ImportOrgs onDone={again} onClose={close} /> : null}
    </PageBody>
  );
}

interface TreeProps {
  nodes: OrgNode[];
  count: number;
  open: string | null;
  toOrg: (id: string) => { search: string };
}

/** Above this only the rows in view are drawn. */
const manyRows = 200;

function Tree({ nodes, count, open, toOrg }: TreeProps) {
  const columns: TableColumnsType<OrgNode> = [
    {
      title: `机构（${count}）`,
      render: (_, { org }) => (
        <>
          <Link to={toOrg(org.id)} className={org.disabledOn ? classes['gone'] : undefined}>
            {org.name}
          </Link>
          {org.disabledOn ? (
            <span className="muted">（{org.mergedIntoId ? '已并入其他机构' : '已停用'}）</span>
          ) : null}
        </>
      ),
    },
    { title: '类型', width: 90, render: (_, { org }) => org.kindLabel },
    { title: '等级', width: 90, responsive: ['md'], render: (_, { org }) => org.level ?? '—' },
    { title: '类别', width: 90, responsive: ['md'], render: (_, { org }) => org.type ?? '—' },
    { title: '所在区', width: 90, responsive: ['md'], render: (_, { org }) => org.district ?? '—' },
  ];
  return (
    <Table<OrgNode>
      size="small"
      columns={columns}
      dataSource={nodes}
      pagination={false}
      virtual={count > manyRows}
      scroll={count > manyRows ? { x: 640, y: 560 } : {}}
      expandable={{ defaultExpandAllRows: true }}
      rowClassName={({ key }) => (key === open ? (classes['chosen'] ?? '') : '')}
    />
  );
}
