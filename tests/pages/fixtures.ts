import type { Manifest } from '../../src/dataset';
import type { PageContext } from '../../src/pages/shared/context';
import { indexById } from '../../src/pages/shared/index-by-id';
import type { Agency, Area } from '../../src/pages/shell/atlas.svelte';
import { makeContext } from '../../src/pages/shell/make-context';
import { defaultFilters } from '../../src/state';
import type { Filters } from '../../src/state';

const manifest = {
  id: 'x',
  version: 'v1',
  kind: 'real',
  years: [2017, 2021],
  root_area: '990101',
  root_name: { zh: '某区', en: 'A district' },
  default_level: 'grassroots',
  by_hand: 0,
} as unknown as Manifest;

const area: Area = {
  id: '990101',
  parent: '9901',
  level: 'county',
  name: '某区',
  official: true,
  reports: 9,
};

/** What tests say of a township: the years held, and from and to when it is expected to report. */
export interface Township {
  readonly id: string;
  readonly years: readonly number[];
  readonly expectedFrom?: number;
}

const agencyOf = ({ id, years, expectedFrom }: Township): Agency => ({
  id,
  name: `某区${id}镇人民政府`,
  level: 'grassroots',
  areas: ['99', '9901', '990101'],
  expectedFrom: expectedFrom ?? null,
  expectedTo: null,
  years,
  reports: years.length,
});

/** The context of a page about an invented district. */
export const makeContextOf = (
  change: Partial<Manifest>,
  townships: readonly Township[],
  filters: Partial<Filters> = {},
  lang: 'zh' | 'en' = 'zh',
): PageContext =>
  makeContext({
    manifest: { ...manifest, ...change },
    areas: indexById([area]),
    agencies: indexById(townships.map(agencyOf)),
    filters: { ...defaultFilters, ...filters },
    lang,
    href: (one) => JSON.stringify(one),
  });
