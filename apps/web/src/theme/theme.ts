import type { ThemeConfig } from 'antd';
import { colors } from './colors.ts';
import type { TypeSize } from './type-size.ts';

const fontFamily =
  "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

const bySize = {
  standard: { fontSize: 14, controlHeight: 30, cell: 7 },
  comfortable: { fontSize: 15, controlHeight: 34, cell: 10 },
  large: { fontSize: 18, controlHeight: 42, cell: 12 },
} as const;

export function themeOf(size: TypeSize): ThemeConfig {
  const { fontSize, controlHeight, cell } = bySize[size];
  return {
    token: {
      fontFamily,
      fontSize,
      controlHeight,
      // Never under 24 pixels, which a finger still hits (WCAG 2.2, 2.5.8).
      controlHeightSM: controlHeight - 5,
      lineHeight: 1.6,
      colorPrimary: colors.accent,
      colorInfo: colors.accent,
      colorLink: colors.accent,
      colorError: colors.late,
      colorWarning: colors.soon,
      colorSuccess: colors.normal,
      colorText: colors.ink,
      colorTextSecondary: colors.muted,
      colorTextDescription: colors.muted,
      colorTextPlaceholder: '#6b7580',
      colorBorder: '#9aa4b0',
      colorBorderSecondary: colors.rule,
      borderRadius: 3,
      borderRadiusLG: 4,
      // A menu that still grows moves away under the pointer: on a busy machine the click was lost.
      motion: false,
    },
    components: {
      Table: {
        cellPaddingBlock: cell,
        cellPaddingInline: 10,
        cellPaddingBlockSM: cell - 2,
        headerBg: colors.ground,
        headerColor: colors.muted,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
      },
      Form: { itemMarginBottom: 18, verticalLabelPadding: '0 0 4px' },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Descriptions: { itemPaddingBottom: 6, labelColor: colors.muted },
    },
  };
}
