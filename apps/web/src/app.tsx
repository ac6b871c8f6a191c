import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api/query-client.ts';
import { router } from './routes/router.tsx';
import { themeOf } from './theme/theme.ts';
import { useTypeSize } from './theme/type-size.ts';

dayjs.locale('zh-cn');

export function App() {
  const size = useTypeSize();
  return (
    <ConfigProvider locale={zhCN} theme={themeOf(size)} button={{ autoInsertSpace: false }}>
      <AntApp component={false} message={{ maxCount: 2 }}>
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  );
}
