import type { ThemeConfig } from 'antd'

/** Ant Design derives its shades from these; they are those of styles/tokens.css, which a test holds together. */
export const PALETTES = {
  normal: {
    '--ink': '#1b2430',
    '--ink-soft': '#434e5b',
    '--ground': '#f2f4f7',
    '--line': '#d5dae1',
    '--line-strong': '#7d8794',
    '--accent': '#154a82',
    '--error': '#981216',
    '--warning': '#6e3b00',
    '--ok': '#135434',
  },
  high: {
    '--ink': '#000000',
    '--ink-soft': '#1f2630',
    '--ground': '#ffffff',
    '--line': '#5b6470',
    '--line-strong': '#000000',
    '--accent': '#00306b',
    '--error': '#7d0006',
    '--warning': '#4f2a00',
    '--ok': '#00401c',
  },
} as const

export type Contrast = keyof typeof PALETTES

/** The look of Ant Design's parts; `rem` is the text size in pixels, by which everything grows. */
export function themeFor(rem: number, contrast: Contrast): ThemeConfig {
  const palette = PALETTES[contrast]
  return {
    token: {
      fontFamily: FONT,
      fontSize: rem,
      sizeUnit: rem / 4,
      controlHeight: 2.5 * rem,
      borderRadius: 0.375 * rem,
      colorPrimary: palette['--accent'],
      colorInfo: palette['--accent'],
      colorLink: palette['--accent'],
      colorError: palette['--error'],
      colorWarning: palette['--warning'],
      colorSuccess: palette['--ok'],
      colorTextBase: palette['--ink'],
      colorTextSecondary: palette['--ink-soft'],
      colorTextTertiary: palette['--ink-soft'],
      colorTextDescription: palette['--ink-soft'],
      colorTextPlaceholder: palette['--ink-soft'],
      // Antd's own is too pale for those who ask for contrast.
      ...(contrast === 'high' ? { colorTextDisabled: palette['--line'] } : {}),
      colorBorder: palette['--line-strong'],
      colorBorderSecondary: palette['--line'],
      colorBgLayout: palette['--ground'],
      // A calm desk: nothing slides or fades.
      motion: false,
      wireframe: false,
    },
    components: {
      // What is chosen stands out by more than a shade of grey.
      Segmented: { itemSelectedBg: palette['--accent'], itemSelectedColor: '#ffffff' },
    },
  }
}

const FONT =
  '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", "Noto Sans SC Variable", sans-serif'
