import { legacyForms as declared, type LegacyForm } from '../forms';
import { fold, labelKey } from './normalize';
import { remembered } from './remembered';
import { columnOf } from './statistical-columns';
import type { PrintedRow } from './statistical-grid';

const legacyForms: readonly LegacyForm[] = declared;

const OF_WHICH = /^其中[:,]?/;
/** What differs between printings of one label: 其中, 本年度, 总数 for 数, 其它 for 其他, 公开政府信息数 or nothing. */
export const keyOf = remembered((text) =>
  labelKey(fold(text).replace(OF_WHICH, ''))
    .replace(/^本年度?(?=..)/, '')
    .replace('其它', '其他')
    .replace(/总数$/, '数')
    .replace(/(?<=..)公开(?:(?:政府)?信息)?数$/, ''),
);
/** Labels of all the forms, by which a label is known to be whole. */
export const knownKeys = new Set(
  legacyForms.flatMap((form) => form.indicators.map((it) => keyOf(it.label.zh))),
);
const PART = /^[一二三四五六七八九十]+[、.．]/;

type Indicator = LegacyForm['indicators'][number];

interface Place {
  readonly index: number;
  readonly indicator: Indicator;
}

/** A form as its rows are sought in it. */
interface Sought {
  /** Rows with numbers by the key of their label, in printed order. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** Parts with rows whose label others share: only the part that they stand in tells which one is meant. */
  readonly parts: ReadonlySet<string | undefined>;
  readonly cumulative: boolean;
}

const sought = legacyForms.map(({ indicators, columns }): Sought => {
  const places = new Map<string, Place[]>();
  indicators.forEach((indicator, index) => {
    if (indicator.kind === 'group') return;
    const key = keyOf(indicator.label.zh);
    places.set(key, [...(places.get(key) ?? []), { index, indicator }]);
  });
  const shared = [...places.values()].filter((it) => it.length > 1).flat();
  return {
    places,
    parts: new Set(shared.map(({ indicator }) => indicator.parent)),
    cumulative: columns.some((heading) => columnOf(heading, null)?.kind === 'cumulative'),
  };
});

/** Codes of a form for rows in printed order; a row of a shared label has one only where its part has been seen last. */
function codesIn({ places, parts }: Sought, labels: readonly string[]): (string | null)[] {
  let after = -1;
  let part: string | undefined;
  return labels.map((label) => {
    const alike = places.get(keyOf(label)) ?? [];
    const found = alike.find(
      ({ index, indicator }) => index > after && (alike.length === 1 || indicator.parent === part),
    );
    if (!found) {
      // An unknown heading of a part ends the part before it.
      if (PART.test(label)) part = undefined;
      return null;
    }
    const { code, parent } = found.indicator;
    after = found.index;
    part = [code, parent].find((it) => parts.has(it)) ?? part;
    return code;
  });
}

/** The codes of the form whose labels the rows carry most; of two that do, the one with the same columns. */
export function codesOf(rows: readonly PrintedRow[]): (string | null)[] {
  const cumulative = rows.some((row) => row.cumulative !== null);
  const labels = rows.map(({ label }) => label);
  const [best] = sought
    .map((form) => {
      const codes = codesIn(form, labels);
      const known = codes.filter((code) => code !== null).length;
      return { codes, known: known + (form.cumulative === cumulative ? 0.5 : 0) };
    })
    .sort((a, b) => b.known - a.known);
  return best?.codes ?? [];
}
