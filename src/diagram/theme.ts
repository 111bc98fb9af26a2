/**
 * The colours of a picture on paper, by what they are for: those of the app in light, as `_colours.scss` in
 * `src/app/styles` has them (a test holds the two together).
 */
export const THEME = {
  text: '#0b0c0c',
  quiet: '#484f53',
  surface: '#ffffff',
  bar: '#f3f2f1',
  rule: '#b1b4b6',
  band: '#ffffff',
  'band-odd': '#f3f5f7',
  line: '#6f777b',
  'line-strong': '#0b0c0c',
  'line-faint': '#c2c6c9',
  always: '#00542b',
  'always-fill': '#d7ece0',
  'always-edge': '#00703c',
  sometimes: '#6e3200',
  'sometimes-fill': '#fde3cf',
  'sometimes-edge': '#d2630b',
  never: '#942514',
  'never-fill': '#f8d9d5',
  'never-edge': '#ca3535',
  records: '#0f385c',
  'records-fill': '#dbe9f5',
  'records-edge': '#1d70b8',
  'band-edge': '#8a6a00',
  'band-high': '#2b1f00',
  'band-high-fill': '#f2bf3d',
  'band-medium': '#3b2b00',
  'band-medium-fill': '#fae3a0',
  'band-low': '#3b2b00',
  'band-low-fill': '#fdf6e0',
  notice: '#594d00',
  'notice-fill': '#fff3b0',
  'notice-edge': '#a88700',
  chosen: '#fff7bf',
} as const;

export type Paint = keyof typeof THEME;
