import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Checkbox, Popover } from 'antd';
import { useSyncExternalStore } from 'react';
import { sentenceOf } from '../../api/problem.ts';
import { chosenColumns, columnNames, columns } from './columns.tsx';
import type { Filter } from './filter.ts';
import { exportRegister } from './register-query.ts';

export function Tools({ filter }: { filter: Filter }) {
  const { message } = App.useApp();
  const chosen = useSyncExternalStore(chosenColumns.subscribe, chosenColumns.get);
  const taking = useMutation({
    mutationFn: () => exportRegister(filter),
    onError: (error) => void message.error(`没有导出：${sentenceOf(error)}`),
  });
  const choices = columnNames.map((name) => ({ value: name, label: columns[name].label }));
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        title="显示的列"
        content={
          <Checkbox.Group
            options={choices}
            value={chosen}
            onChange={(names) => chosenColumns.set(columnNames.filter((name) => names.includes(name)))}
            style={{ flexDirection: 'column' }}
          />
        }
      >
        <Button icon={<SettingOutlined />}>列</Button>
      </Popover>
      <Button
        icon={<DownloadOutlined />}
        loading={taking.isPending}
        onClick={() => taking.mutate()}
        title="按现在的筛选和排序导出，记入日志"
      >
        导出Excel
      </Button>
    </>
  );
}
