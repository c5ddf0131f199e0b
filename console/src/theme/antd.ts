import { type ThemeConfig, theme } from 'antd';
import { measures, paletteOf, type Scheme } from './tokens';

export function antdTheme(scheme: Scheme, phone: boolean): ThemeConfig {
  const palette = paletteOf(scheme);
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    hashed: false,
    token: {
      colorPrimary: palette.accent,
      colorLink: palette.accent,
      colorLinkHover: palette.accentHover,
      colorSuccess: palette.settled,
      colorWarning: palette.held,
      colorError: palette.late,
      colorInfo: palette.accent,
      colorText: palette.ink,
      colorTextSecondary: palette.ink2,
      colorTextTertiary: palette.ink3,
      colorTextDescription: palette.ink3,
      colorTextPlaceholder: palette.ink3,
      colorTextDisabled: palette.ink3,
      colorTextLightSolid: palette.onAccent,
      colorBgBase: palette.surface,
      colorBgContainer: palette.surface,
      colorBgElevated: palette.raised,
      colorBgLayout: palette.canvas,
      colorBorder: palette.control,
      colorBorderSecondary: palette.line,
      colorSplit: palette.line,
      fontFamily: measures.font,
      fontFamilyCode: measures.mono,
      fontSize: phone ? 15 : 13,
      borderRadius: measures.radius,
      controlHeight: phone ? 44 : 32,
      boxShadowSecondary: palette.shadow,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.16s',
      wireframe: false,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 500 },
      Table: {
        headerBg: palette.surface,
        headerColor: palette.ink3,
        headerSplitColor: 'transparent',
        rowHoverBg: palette.accentSoft,
        cellPaddingBlockSM: 7,
        cellPaddingInlineSM: 10,
        borderColor: palette.line,
      },
      Segmented: { trackBg: palette.sunken, itemSelectedBg: palette.raised, itemColor: palette.ink2 },
      Tooltip: { colorBgSpotlight: palette.ink, colorTextLightSolid: palette.surface },
      Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 22 },
      Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px', labelColor: palette.ink2 },
    },
  };
}
