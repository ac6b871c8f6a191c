import DownOutlined from '@ant-design/icons/DownOutlined';
import { Button, Dropdown } from 'antd';
import type { ActionView } from '../../api/types.ts';

interface Props {
  actions: readonly ActionView[];
  open: (action: string) => void;
}

/** In the order in which a clerk looks for them. */
const groups: readonly { label: string; actions: readonly string[] }[] = [
  { label: '督促', actions: ['urge', 'decide-escalation'] },
  {
    label: '期限',
    actions: ['request-extension', 'decide-extension', 'request-suspension', 'decide-suspension', 'resume'],
  },
  { label: '承办人', actions: ['hand-over', 'delegate', 'give-back', 'reassign'] },
  {
    label: '审批',
    actions: ['add-signer', 'consult', 'advise', 'return-signing', 'withdraw-proposal'],
  },
  { label: '回避', actions: ['request-recusal', 'decide-recusal'] },
  {
    label: '送达',
    actions: ['sign-for-paper', 'record-service', 'consent-electronic', 'revoke-consent'],
  },
];

/** Acts on clocks, holders and signatures: at hand, and out of the way of the procedure's own. */
export function MoreActs({ actions, open }: Props) {
  const items = groups.flatMap(({ label, actions: codes }) => {
    const children = codes.flatMap((code) =>
      actions.filter(({ action }) => action === code).map((one) => ({ key: one.action, label: one.label })),
    );
    return children.length === 0 ? [] : [{ type: 'group' as const, key: label, label, children }];
  });
  if (items.length === 0) return null;
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => open(key) }} trigger={['click']}>
      <Button icon={<DownOutlined />} iconPlacement="end">
        期限、督办和转办
      </Button>
    </Dropdown>
  );
}
