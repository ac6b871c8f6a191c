import type { Layout } from './notice.ts';

export const layoutLabels: Record<Layout, string> = {
  ...{ official: '文件', letter: '信函', minutes: '纪要', agreement: '协议和责任书' },
  ...{ legal: '执法文书', form: '表格', record: '笔录' },
};
