import { Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '../../act/day-input.tsx';
import type { OrgDetail } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { AttributeFields, attributesOf } from './attribute-fields.tsx';
import { OrgSelect } from './org-select.tsx';

export interface OrgValues {
  level?: string;
  type?: string;
  district?: string;
  name?: string;
  on?: string;
  parentId?: string | null;
  intoId?: string;
}

interface OrgAct {
  label: string;
  verb: string;
  danger?: boolean;
  says: string[];
  fields?: (org: OrgDetail) => ReactNode;
  initial?: (org: OrgDetail, today: string) => OrgValues;
  send: (org: OrgDetail, values: OrgValues) => Promise<unknown>;
  offered: (org: OrgDetail) => boolean;
}

const at = ({ id }: OrgDetail) => ({ params: { path: { id } } });
const standing = (org: OrgDetail) => org.disabledOn === null;

/** What a system administrator can do to an organisation; nothing is ever deleted. */
export const orgActs = {
  edit: {
    label: '修改信息',
    verb: '保存信息',
    says: [],
    fields: () => <AttributeFields />,
    initial: ({ level, type, district }) => ({
      level: level ?? '',
      type: type ?? '',
      district: district ?? '',
    }),
    send: (org, values) =>
      ask(
        api.PATCH('/api/orgs/{id}', { ...at(org), body: { version: org.version, ...attributesOf(values) } }),
      ),
    offered: standing,
  },
  rename: {
    label: '更名',
    verb: '登记更名',
    says: ['原名保留为曾用名，以前的文书和案件仍按当时的名称显示，按原名也能查到。'],
    fields: () => (
      <>
        <Form.Item
          name="name"
          label="新名称"
          rules={[{ required: true, whitespace: true, message: '请填写新名称。' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="on" label="启用日期" rules={[{ required: true, message: '请选择启用日期。' }]}>
          <DayInput />
        </Form.Item>
      </>
    ),
    initial: ({ name }, today) => ({ name, on: today }),
    send: (org, { name = '', on = '' }) =>
      ask(api.POST('/api/orgs/{id}/rename', { ...at(org), body: { version: org.version, name, on } })),
    offered: standing,
  },
  alias: {
    label: '增加简称',
    verb: '增加简称',
    says: ['名单、公文里写这个简称时，系统认得是这家机构。'],
    fields: () => (
      <Form.Item
        name="name"
        label="简称"
        rules={[{ required: true, whitespace: true, message: '请填写简称。' }]}
      >
        <Input maxLength={100} placeholder="如：宣武医院" />
      </Form.Item>
    ),
    send: (org, { name = '' }) => ask(api.POST('/api/orgs/{id}/aliases', { ...at(org), body: { name } })),
    offered: standing,
  },
  move: {
    label: '调整隶属',
    verb: '调整隶属',
    says: ['下级机构随之移动，查看范围按新的隶属关系计算。'],
    fields: (org) => (
      <Form.Item name="parentId" label="上级机构">
        <OrgSelect without={org.id} />
      </Form.Item>
    ),
    initial: ({ parentId }) => ({ parentId }),
    send: (org, { parentId }) =>
      ask(
        api.POST('/api/orgs/{id}/move', {
          ...at(org),
          body: { version: org.version, parentId: parentId ?? null },
        }),
      ),
    offered: standing,
  },
  merge: {
    label: '并入其他机构',
    verb: '并入',
    danger: true,
    says: ['本机构停用，名称成为对方的曾用名；已有的案件和文书不改。', '并入后不能恢复。'],
    fields: (org) => (
      <Form.Item
        name="intoId"
        label="并入哪家机构"
        rules={[{ required: true, message: '请选择并入的机构。' }]}
      >
        <OrgSelect kind={org.kind} without={org.id} />
      </Form.Item>
    ),
    send: (org, { intoId = '' }) =>
      ask(api.POST('/api/orgs/{id}/merge', { ...at(org), body: { version: org.version, intoId } })),
    offered: standing,
  },
  disable: {
    label: '停用',
    verb: '停用机构',
    danger: true,
    says: ['停用后不再出现在选择中，也不能立项；已有的案件和文书不改，随时可以恢复。'],
    send: (org) => ask(api.POST('/api/orgs/{id}/disable', { ...at(org), body: { version: org.version } })),
    offered: standing,
  },
  enable: {
    label: '恢复',
    verb: '恢复机构',
    says: ['恢复后重新可选，可以立项。'],
    send: (org) => ask(api.POST('/api/orgs/{id}/enable', { ...at(org), body: { version: org.version } })),
    offered: (org) => !standing(org) && org.mergedIntoId === null,
  },
} satisfies Record<string, OrgAct>;

export type OrgActCode = keyof typeof orgActs;
export const orgActOf = (code: OrgActCode): OrgAct => orgActs[code];
export const orgActCodes = Object.keys(orgActs) as OrgActCode[];
