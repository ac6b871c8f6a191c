import type { ServiceReceipt } from './service-receipt.ts';

export const serviceReceiptSample: ServiceReceipt = {
  number: '2026-0012',
  issuer: '某市卫生健康委员会',
  paper: { label: '行政处罚事先告知书', number: '京卫医罚告〔2026〕1号' },
  recipient: '某市第九医院',
  place: '某市某区某路1号，该院行政楼一层',
  way: 'left',
  servers: ['李明远', '马䶮'],
  refusal: '该院办公室值班人员以法定代表人出差为由拒绝签收，已在其住所留置并全程录像。',
  witness: '某街道居民委员会 吴昊',
  note: '录像编号2026-0012-1，时长6分钟。',
  date: '2026-11-25',
};
