import type { ChartWords, Provenance } from '../../charts';
import { EngineError } from '../../engine';
import { hasMessage, type Translate } from '../../i18n';
import { absenceWord, type PageContext } from './context';

/** What went wrong and what to do about it, in the user's language. */
export function describeError(t: Translate, error: unknown): string {
  if (error instanceof EngineError) {
    const key = `engine.${error.code}`;
    if (hasMessage(key)) return t(key, error.data);
  }
  return t('error.unexpected', { detail: error instanceof Error ? error.message : String(error) });
}

/** The filters, each with what it is. */
const scopeOf = (context: PageContext): Provenance['scope'] => {
  const { t, area, level, years } = context;
  const [from, to] = years;
  return [
    { label: t('export.area'), value: area.name },
    { label: t('export.level'), value: t(`level.${level}`) },
    { label: t('export.years'), value: from === to ? String(from) : `${from}–${to}` },
  ];
};

/** Absolute address of a chart in the present view. */
const linkOf = (context: PageContext, chart: string): string =>
  new URL(context.href({ chart }), document.baseURI).href;

export const provenanceOf = (context: PageContext, chart: string): Provenance => ({
  dataset: context.manifest.id,
  version: context.manifest.version,
  simulated: context.manifest.kind === 'simulated',
  badge: context.t('badge.simulated'),
  filters: scopeOf(context)
    .map(({ value }) => value)
    .join(' · '),
  scope: scopeOf(context),
  link: linkOf(context, chart),
});

export const chartWords = (context: PageContext, { t } = context): ChartWords => ({
  chart: t('tool.chart'),
  table: t('tool.table'),
  download: t('tool.download'),
  csv: t('tool.csv'),
  png: t('tool.png'),
  svg: t('tool.svg'),
  link: t('tool.link'),
  copied: t('tool.copied'),
  definition: t('tool.definition'),
  close: t('tool.close'),
  loading: t('tool.loading'),
  copyByHand: t('tool.copy_by_hand'),
  tools: t('tool.tools'),
  drawFailed: t('tool.draw_failed'),
  saveFailed: t('tool.save_failed'),
  extent: t('drawing.extent'),
  contents: t('export.contents'),
  dataset: t('export.dataset'),
  version: t('export.version'),
  nature: t('export.nature'),
  real: t('export.real'),
  simulated: t('badge.simulated'),
  missing: absenceWord(context, 'missing'),
  na: absenceWord(context, 'na'),
  none: absenceWord(context, 'none'),
  interval: t('drawing.interval'),
  reports: t('drawing.reports'),
  approx: t('drawing.approx'),
  total: t('drawing.total'),
});
