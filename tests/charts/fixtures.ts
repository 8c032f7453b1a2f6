import { makeFormat } from '../../src/charts/format';
import { TONES } from '../../src/charts/tokens';
import type { Mark } from '../../src/charts/mark';
import type { ChartWords, Datum, Drawn, DrawingContext, Tokens, Tone } from '../../src/charts/types';

export const words: ChartWords = {
  missing: '缺失',
  na: '不适用',
  none: '无年报',
  interval: '95% 区间',
  reports: '年报',
  approx: '约',
  total: '合计',
  chart: '图',
  table: '表',
  download: '下载',
  csv: 'CSV',
  png: 'PNG',
  svg: 'SVG',
  link: '链接',
  copied: '已复制',
  copyByHand: '请手动复制',
  definition: '口径',
  close: '关闭',
  loading: '载入中',
  tools: '更多',
  drawFailed: '无法绘图',
  saveFailed: '无法保存',
  extent: '最高 {high}，最低 {low}。',
  contents: '内容',
  dataset: '数据集',
  version: '版本',
  nature: '性质',
  real: '真实',
  simulated: '模拟',
};

export const tokens: Tokens = {
  paper: '#fbfaf7',
  raised: '#ffffff',
  ink: '#1d2126',
  muted: '#5c6570',
  rule: '#e4e1d9',
  accent: '#0b6b6b',
  accentLight: '#8fb5b1',
  second: '#b4531f',
  third: '#3f4fa3',
  rest: '#c9c6bd',
  tones: Object.fromEntries(TONES.map((tone) => [tone, '#0b6b6b'])) as Record<Tone, string>,
  badge: { ink: '#7a3c12', a: '#f7e8d8', b: '#f3dec6' },
  font: "'Noto Sans SC', sans-serif",
};

export const context = (change: Partial<DrawingContext> = {}): DrawingContext => ({
  tokens,
  width: 720,
  compact: false,
  format: makeFormat('zh-CN'),
  words,
  reducedMotion: true,
  patterns: false,
  ...change,
});

export const known = (value: number, more: Partial<Datum> = {}): Datum => ({ value, ...more });
export const absent = (absence: 'missing' | 'na' | 'none'): Datum => ({ value: null, absence });

export const marksOf = (drawn: Drawn): readonly Mark[] =>
  (drawn.option.graphic as { elements: readonly Mark[] }).elements;

export const textsOf = (drawn: Drawn): string[] =>
  marksOf(drawn).flatMap(({ type, style }) => (type === 'text' ? [String(style.text)] : []));

export const textMark = (drawn: Drawn, start: string): Mark => {
  const found = marksOf(drawn).find(
    ({ type, style }) => type === 'text' && String(style.text).startsWith(start),
  );
  if (found === undefined) throw new Error(`no text ${start} in ${textsOf(drawn).join(' | ')}`);
  return found;
};

/** Boxes filled with a pattern. */
export const hatchesOf = (drawn: Drawn): readonly Mark[] =>
  marksOf(drawn).filter(({ type, style }) => type === 'rect' && typeof style.fill === 'object');

export const seriesOf = (drawn: Drawn): readonly { id: string; data: readonly unknown[] }[] =>
  drawn.option.series as { id: string; data: readonly unknown[] }[];
