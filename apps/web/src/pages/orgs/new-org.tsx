import { Form, Input, Select } from 'antd';
import type { Org } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { AdminForm } from './admin-form.tsx';
import { AttributeFields, attributesOf } from './attribute-fields.tsx';
import { orgKindOptions } from './org-kinds.ts';
import { OrgSelect } from './org-select.tsx';

interface Values {
  kind: Org['kind'];
  parentId?: string | null;
  name: string;
  aliases?: string[];
  level?: string;
  type?: string;
  district?: string;
}

interface Props {
  parentId: string | undefined;
  onDone: (id: string) => Promise<void>;
  onCancel: () => void;
}

export function NewOrg({ parentId, onDone, onCancel }: Props) {
  let made = '';
  return (
    <AdminForm<Values>
      title="登记新机构"
      verb="登记机构"
      initial={{ kind: 'hospital', ...(parentId ? { parentId } : {}) }}
      send={async ({ kind, name, parentId: parent, aliases, ...rest }) => {
        const body = {
          kind,
          name: name.trim(),
          parentId: parent ?? null,
          aliases: aliases ?? [],
          ...attributesOf(rest),
        };
        made = (await ask(api.POST('/api/orgs', { body }))).id;
      }}
      onDone={() => onDone(made)}
      onCancel={onCancel}
    >
      <Form.Item name="kind" label="类型">
        <Select options={orgKindOptions} />
      </Form.Item>
      <Form.Item
        name="name"
        label="名称（全称）"
        rules={[{ required: true, whitespace: true, message: '请填写名称。' }]}
      >
        <Input maxLength={100} placeholder="如：首都医科大学宣武医院" />
      </Form.Item>
      <Form.Item name="aliases" label="简称（可不填）" extra="公文和名单里常用的写法，输入一个后回车。">
        <Select
          mode="tags"
          open={false}
          tokenSeparators={['、', '，', ',']}
          placeholder="如：宣武医院"
          suffixIcon={null}
        />
      </Form.Item>
      <Form.Item name="parentId" label="上级机构">
        <OrgSelect />
      </Form.Item>
      <AttributeFields />
    </AdminForm>
  );
}
