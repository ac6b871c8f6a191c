/** Ways of service (行政处罚法第61条, 民事诉讼法第88条至第95条). */
export const serviceWays = {
  direct: '直接送达',
  left: '留置送达',
  entrusted: '委托送达',
  post: '邮寄送达',
  electronic: '电子送达',
  public: '公告送达',
} as const;
export type ServiceWay = keyof typeof serviceWays;
