import { Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { DayInput } from '../../act/day-input.tsx';
import type { Person } from '../../api/bureau-types.ts';
import { api, ask } from '../../api/client.ts';
import { mailChoiceLabels } from '../../api/labels.ts';
import type { Settings } from '../../api/types.ts';
import { initialPassword } from './initial-password.ts';

export interface PersonValues {
  name?: string;
  phone?: string;
  email?: string;
  mailChoice?: Settings['mailChoice'];
  login?: string;
  sort?: 'certificate' | 'legal';
  number?: string;
  from?: string;
  until?: string;
}

interface PersonAct {
  label: string;
  verb: string;
  danger?: boolean;
  says: string[];
  fields?: ReactNode;
  initial?: (person: Person, today: string) => PersonValues;
  /** Resolves to an initial password where one was made: it is shown once. */
  send: (person: Person, values: PersonValues) => Promise<string | undefined>;
  offered: (person: Person) => boolean;
}

const at = ({ id }: Person) => ({ params: { path: { id } } });
const nothing = () => undefined;
const working = (person: Person) => person.disabledOn === null;
const hasAccount = (person: Person) => person.account !== null;

export const loginField = (
  <Form.Item
    name="login"
    label="登录名"
    extra="2 到 64 个小写字母、数字、点或横线；密码由系统生成，只显示一次。"
    rules={[{ required: true, message: '请填写登录名。' }]}
  >
    <Input maxLength={64} autoComplete="off" placeholder="如：zhangsan" />
  </Form.Item>
);

export const personFields = (
  <>
    <Form.Item
      name="name"
      label="姓名"
      rules={[{ required: true, whitespace: true, message: '请填写姓名。' }]}
    >
      <Input maxLength={50} />
    </Form.Item>
    <Form.Item name="phone" label="电话（可不填）">
      <Input maxLength={20} inputMode="tel" />
    </Form.Item>
    <Form.Item
      name="email"
      label="邮箱（可不填）"
      extra="收每日汇总和紧急的催办；本人在“我的设置”里确认后才发。"
    >
      <Input maxLength={254} inputMode="email" autoComplete="off" />
    </Form.Item>
  </>
);

const mailChoiceOptions = Object.entries(mailChoiceLabels).map(([value, label]) => ({ value, label }));

const shownOnce = '新密码只显示一次，请当面或用安全的方式告知本人；本人首次登录时须修改。';

/** What a system administrator can do to a person and his account. */
export const personActs = {
  edit: {
    label: '修改信息',
    verb: '保存信息',
    says: ['电话留空则不改；邮箱清空则不再发邮件。'],
    fields: (
      <>
        {personFields}
        <Form.Item name="mailChoice" label="收哪些邮件">
          <Select options={mailChoiceOptions} />
        </Form.Item>
      </>
    ),
    initial: ({ name, email, mailChoice }) => ({
      name,
      email: email ?? '',
      mailChoice: mailChoice ?? 'digest',
    }),
    send: (person, { name, phone, email, mailChoice }) => {
      const body = {
        version: person.version,
        name,
        email: email?.trim() || null,
        mailChoice,
        ...(phone?.trim() ? { phone: phone.trim() } : {}),
      };
      return ask(api.PATCH('/api/people/{id}', { ...at(person), body })).then(nothing);
    },
    offered: working,
  },
  qualification: {
    label: '登记证件',
    verb: '登记证件',
    says: [],
    fields: (
      <>
        <Form.Item name="sort" label="种类">
          <Radio.Group
            options={[
              { value: 'certificate', label: '执法证' },
              { value: 'legal', label: '法律职业资格' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="number"
          label="证号"
          rules={[{ required: true, whitespace: true, message: '请填写证号。' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="from" label="有效期起" rules={[{ required: true, message: '请选择起始日期。' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="until" label="有效期止（长期有效可不填）">
          <DayInput />
        </Form.Item>
      </>
    ),
    initial: (_person, today) => ({ sort: 'certificate', from: today }),
    send: (person, { sort = 'certificate', number = '', from = '', until }) =>
      ask(
        api.POST('/api/people/{id}/qualifications', {
          ...at(person),
          body: { sort, number, from, ...(until ? { until } : {}) },
        }),
      ).then(nothing),
    offered: working,
  },
  account: {
    label: '开通账号',
    verb: '开通账号',
    says: [shownOnce],
    fields: loginField,
    send: async (person, { login = '' }) => {
      const password = initialPassword();
      await ask(api.POST('/api/people/{id}/account', { ...at(person), body: { login, password } }));
      return password;
    },
    offered: (person) => working(person) && !hasAccount(person),
  },
  reset: {
    label: '重设密码',
    verb: '重设密码',
    says: [shownOnce, '原密码立即失效，正在使用的登录会退出。'],
    send: async (person) => {
      const password = initialPassword();
      await ask(api.POST('/api/people/{id}/account/password', { ...at(person), body: { password } }));
      return password;
    },
    offered: hasAccount,
  },
  unlock: {
    label: '解除锁定',
    verb: '解除锁定',
    says: ['本人可立即用原密码登录。'],
    send: (person) => ask(api.POST('/api/people/{id}/account/unlock', at(person))).then(nothing),
    offered: (person) => person.account?.locked === true,
  },
  'disable-account': {
    label: '停用账号',
    verb: '停用账号',
    danger: true,
    says: ['正在使用的登录立即退出，之后不能登录；待办仍在原岗位，由同岗位的人办理。'],
    send: (person) => ask(api.POST('/api/people/{id}/account/disable', at(person))).then(nothing),
    offered: (person) => person.account?.disabled === false,
  },
  'enable-account': {
    label: '恢复账号',
    verb: '恢复账号',
    says: ['本人可用原密码登录。'],
    send: (person) => ask(api.POST('/api/people/{id}/account/enable', at(person))).then(nothing),
    offered: (person) => person.account?.disabled === true,
  },
  disable: {
    label: '停用人员',
    verb: '停用人员',
    danger: true,
    says: ['此人不再出现在选择中；以前办理的事项和签名不受影响，随时可以恢复。'],
    send: (person) =>
      ask(api.POST('/api/people/{id}/disable', { ...at(person), body: { version: person.version } })).then(
        nothing,
      ),
    offered: working,
  },
  enable: {
    label: '恢复人员',
    verb: '恢复人员',
    says: [],
    send: (person) =>
      ask(api.POST('/api/people/{id}/enable', { ...at(person), body: { version: person.version } })).then(
        nothing,
      ),
    offered: (person) => !working(person),
  },
} satisfies Record<string, PersonAct>;

export type PersonActCode = keyof typeof personActs;
export const personActOf = (code: PersonActCode): PersonAct => personActs[code];
export const personActCodes = Object.keys(personActs) as PersonActCode[];
