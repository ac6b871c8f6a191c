import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import type { RehearsalBody } from '../../api/bureau-types.ts';
import { sentenceOf } from '../../api/problem.ts';
import { takeFile } from '../../api/take-file.ts';

export function ExportCalendar({ body, disabled }: { body: RehearsalBody; disabled: boolean }) {
  const { message } = App.useApp();
  const taking = useMutation({
    mutationFn: () => takeFile('/api/rehearsals/calendar.xlsx', '预演日历.xlsx', body),
    onError: (error) => void message.error(`没有导出：${sentenceOf(error)}`),
  });
  return (
    <Button
      className="no-print"
      icon={<DownloadOutlined />}
      loading={taking.isPending}
      disabled={disabled}
      onClick={() => taking.mutate()}
      title="逐日逐岗位，按现在的假定导出，记入日志"
    >
      导出日历
    </Button>
  );
}
