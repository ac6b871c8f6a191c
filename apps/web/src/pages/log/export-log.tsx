import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { sentenceOf } from '../../api/problem.ts';
import { takeFile } from '../../api/take-file.ts';
import { writeLogFilter } from './log-filter.ts';
import type { LogFilter } from './log-filter.ts';

export function ExportLog({ filter }: { filter: LogFilter }) {
  const { message } = App.useApp();
  const taking = useMutation({
    mutationFn: () => takeFile(`/api/log/export?${writeLogFilter(filter).toString()}`, '审计日志.xlsx'),
    onError: (error) => void message.error(`没有导出：${sentenceOf(error)}`),
  });
  return (
    <Button
      icon={<DownloadOutlined />}
      loading={taking.isPending}
      onClick={() => taking.mutate()}
      title="按现在的筛选导出，记入日志"
    >
      导出Excel
    </Button>
  );
}
