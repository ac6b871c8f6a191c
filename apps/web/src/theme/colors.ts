/** The same values as in base.css, for Ant Design's tokens. Text colours pass AA on white. */
export const colors = {
  ink: '#1d2530',
  muted: '#59636e',
  rule: '#dfe3e8',
  ground: '#f6f7f9',
  accent: '#1f4f82',
  late: '#b3261e',
  soon: '#8a5300',
  normal: '#1c6b40',
  held: '#59636e',
} as const;
