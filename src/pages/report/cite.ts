import type { Manifest } from '../../dataset';
import type { Translate } from '../../i18n';
import { webAddress } from './publication';

/** What a citation names. */
export interface Cited {
  readonly agency: string;
  readonly year: number;
  readonly title: string | null;
  /** `YYYY-MM-DD`. */
  readonly published: string | null;
  readonly url: string | null;
}

export interface Citation {
  readonly plain: string;
  readonly gbt: string;
}

/**
 * A citation in words and one after GB/T 7714—2015 for an online document ([EB/OL]). The day of access is the day to
 * which the dataset was collected. A title that the source does not give stands in brackets, as the standard has it.
 */
export function cite(t: Translate, cited: Cited, manifest: Manifest, datasetTitle: string): Citation {
  const { agency, year, published } = cited;
  const title = cited.title ?? `[${t('report.cite.made_title', { agency, year })}]`;
  const url = webAddress(cited.url);
  const via = t('report.cite.via', {
    dataset: datasetTitle,
    version: manifest.version,
    date: manifest.as_of,
  });
  const simulated = manifest.kind === 'simulated' ? t('report.cite.simulated') : '';
  const plain = t('report.cite.plain', {
    agency,
    title,
    published: published ?? t('report.date.unknown'),
    address: url ?? t('report.source.unknown'),
    via,
  });
  const dates = `${published === null ? '' : `(${published})`}[${manifest.as_of}]`;
  const gbt = `${agency}. ${title}[EB/OL]. ${dates}. ${url === null ? '' : `${url}. `}${via}`;
  return { plain: simulated + plain, gbt: simulated + gbt };
}
