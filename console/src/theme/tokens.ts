/** Every colour and measure of the console, in both schemes. Nothing else in the sources names a colour. */

export interface Palette {
  canvas: string;
  surface: string;
  raised: string;
  sunken: string;
  line: string;
  lineStrong: string;
  control: string;
  ink: string;
  ink2: string;
  ink3: string;
  accent: string;
  accentHover: string;
  accentSoft: string;
  onAccent: string;
  settled: string;
  settledSoft: string;
  held: string;
  heldSoft: string;
  late: string;
  lateSoft: string;
  estimated: string;
  estimatedSoft: string;
  voided: string;
  voidedSoft: string;
  shadow: string;
  ramp: readonly [string, string, string, string, string];
  land: string;
  coast: string;
  compare: string;
}

export const light: Palette = {
  canvas: '#f4f5f7',
  surface: '#ffffff',
  raised: '#ffffff',
  sunken: '#eef0f3',
  line: '#e2e5ea',
  lineStrong: '#cbd1d9',
  control: '#868f9c',
  ink: '#131a24',
  ink2: '#434c5a',
  ink3: '#5d6776',
  accent: '#1f4fc4',
  accentHover: '#173f9f',
  accentSoft: '#e8eefb',
  onAccent: '#ffffff',
  settled: '#17704a',
  settledSoft: '#e4f3eb',
  held: '#8a5300',
  heldSoft: '#fbf0da',
  late: '#b3261e',
  lateSoft: '#fcebe9',
  estimated: '#47617f',
  estimatedSoft: '#e9eef4',
  voided: '#5d6776',
  voidedSoft: '#eceef1',
  shadow: '0 8px 28px rgb(19 26 36 / 14%), 0 1px 3px rgb(19 26 36 / 10%)',
  ramp: ['#dfe8fa', '#b4c8f1', '#7f9fe3', '#4872d1', '#1f4fc4'],
  land: '#edf0f3',
  coast: '#ffffff',
  compare: '#8a94a3',
};

export const dark: Palette = {
  canvas: '#0d1117',
  surface: '#141a22',
  raised: '#1b232d',
  sunken: '#0a0e13',
  line: '#242d39',
  lineStrong: '#364252',
  control: '#6b7889',
  ink: '#e7ebf0',
  ink2: '#b3bdc9',
  ink3: '#8c98a7',
  accent: '#7ea6ff',
  accentHover: '#a3bfff',
  accentSoft: '#1a2743',
  onAccent: '#0b1220',
  settled: '#58c590',
  settledSoft: '#12291f',
  held: '#e3ac52',
  heldSoft: '#2e2413',
  late: '#f5857c',
  lateSoft: '#351a19',
  estimated: '#9db4d0',
  estimatedSoft: '#1c2733',
  voided: '#8c98a7',
  voidedSoft: '#1d242d',
  shadow: '0 10px 32px rgb(0 0 0 / 55%), 0 0 0 1px rgb(255 255 255 / 5%)',
  ramp: ['#21355c', '#2c4a8a', '#3b65bd', '#5884e4', '#93b5ff'],
  land: '#1a212b',
  coast: '#0d1117',
  compare: '#66717f',
};

export const measures = {
  font: '-apple-system, BlinkMacSystemFont, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei UI", "Microsoft YaHei", "Segoe UI", sans-serif',
  mono: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace',
  radius: 6,
  phone: 720,
} as const;

export type Scheme = 'light' | 'dark';

export function paletteOf(scheme: Scheme): Palette {
  return scheme === 'dark' ? dark : light;
}

const kebab = (name: string) => name.replace(/[A-Z0-9]/g, (letter) => `-${letter.toLowerCase()}`);

/** The palette as custom properties: `accentSoft` becomes `--accent-soft`. */
export function cssVariables(scheme: Scheme): Record<string, string> {
  const { ramp, ...colours } = paletteOf(scheme);
  const entries = Object.entries(colours).map(([name, value]) => [`--${kebab(name)}`, value] as const);
  const steps = ramp.map((value, index) => [`--ramp-${index}`, value] as const);
  return Object.fromEntries([...entries, ...steps]);
}
