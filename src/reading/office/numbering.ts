import { ordinal } from './ordinals';
import { child, childrenNamed, isOn, setting, type XmlElement } from './xml';

interface Level {
  readonly format: string;
  readonly text: string;
  readonly start: number;
  readonly style: string | undefined;
  readonly isLegal: boolean;
  /** Level after which the count begins again; 0 when it never does. */
  readonly restart: number | undefined;
}

interface List {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly numbered: XmlElement | undefined;
}

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : undefined;

const LONGEST_LABEL = 60;

const levelOf = (level: XmlElement): Level => ({
  format: setting(level, 'w:numFmt') ?? 'decimal',
  text: (setting(level, 'w:lvlText') ?? '').slice(0, LONGEST_LABEL),
  start: number(setting(level, 'w:start')) ?? 0,
  style: setting(level, 'w:pStyle'),
  isLegal: isOn(level, 'w:isLgl'),
  restart: number(setting(level, 'w:lvlRestart')),
});

function levelsOf(parent: XmlElement | undefined): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const level of childrenNamed(parent, 'w:lvl'))
    levels.set(number(level.attributes.get('ilvl')) ?? 0, levelOf(level));
  return levels;
}

/** Styles may be based on each other in a circle. */
const LONGEST_CHAIN = 20;

/** The numbers that Word puts before paragraphs and that stand nowhere in their text. */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #styles = new Map<string, Style>();
  #defaultStyle = '';
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Lists whose own start has been used, with the level. */
  readonly #started = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    for (const style of childrenNamed(styles, 'w:style')) {
      const id = style.attributes.get('styleId') ?? '';
      const numbered = child(child(style, 'w:pPr') ?? style, 'w:numPr');
      this.#styles.set(id, { basedOn: setting(style, 'w:basedOn'), numbered });
      const isDefault = ['1', 'true'].includes(style.attributes.get('default') ?? '');
      if (isDefault && style.attributes.get('type') === 'paragraph') this.#defaultStyle = id;
    }
    this.#readLists(numbering);
  }

  #readLists(numbering: XmlElement | undefined): void {
    const abstracts = new Map(
      childrenNamed(numbering, 'w:abstractNum').map((it) => [it.attributes.get('abstractNumId') ?? '', it]),
    );
    const nums = new Map(
      childrenNamed(numbering, 'w:num').map((it) => [it.attributes.get('numId') ?? '', it]),
    );
    const abstractOf = (num: XmlElement | undefined): XmlElement | undefined =>
      abstracts.get(setting(num, 'w:abstractNumId') ?? '');
    for (const [numId, num] of nums) {
      let abstract = abstractOf(num);
      // A list may take its levels from a style, which names another list.
      const linked = setting(
        this.#styles.get(setting(abstract, 'w:numStyleLink') ?? '')?.numbered,
        'w:numId',
      );
      if (linked !== undefined) abstract = abstractOf(nums.get(linked));
      const levels = levelsOf(abstract);
      const starts = new Map<number, number>();
      for (const override of childrenNamed(num, 'w:lvlOverride')) {
        const level = number(override.attributes.get('ilvl')) ?? 0;
        for (const [i, own] of levelsOf(override)) levels.set(i, own);
        const start = number(setting(override, 'w:startOverride'));
        if (start !== undefined) starts.set(level, start);
      }
      const id = abstract?.attributes.get('abstractNumId') ?? '';
      this.#lists.set(numId, { abstract: id, starts, levels });
    }
  }

  /** List and level of a paragraph, by its own settings, then by its style and those that this is based on. */
  #placeOf(properties: XmlElement | undefined): { readonly id: string; readonly level: number } | null {
    const own = child(properties ?? { name: '', attributes: new Map(), children: [] }, 'w:numPr');
    let id = setting(own, 'w:numId');
    let level = number(setting(own, 'w:ilvl'));
    let name: string | undefined = setting(properties, 'w:pStyle') ?? this.#defaultStyle;
    for (let i = 0; i < LONGEST_CHAIN && name !== undefined && id === undefined; i++) {
      const style: Style | undefined = this.#styles.get(name);
      id = setting(style?.numbered, 'w:numId');
      if (id !== undefined) {
        const levels = [...(this.#lists.get(id)?.levels ?? [])];
        level ??=
          levels.find(([, it]) => it.style === name)?.[0] ?? number(setting(style?.numbered, 'w:ilvl'));
      }
      name = style?.basedOn;
    }
    return id === undefined || id === '0' ? null : { id, level: level ?? 0 };
  }

  /** The number of a paragraph as printed before its text, e.g. `一、`, or nothing. Counts on: ask once, in order. */
  label(paragraph: XmlElement): string {
    const place = this.#placeOf(child(paragraph, 'w:pPr'));
    const list = place ? this.#lists.get(place.id) : undefined;
    const level = place ? list?.levels.get(place.level) : undefined;
    if (!place || !list || !level) return '';
    const counts = this.#counts.get(list.abstract) ?? [];
    this.#counts.set(list.abstract, counts);
    const key = `${place.id} ${place.level}`;
    const start = this.#started.has(key) ? undefined : list.starts.get(place.level);
    this.#started.add(key);
    counts[place.level] = start ?? (counts[place.level] ?? level.start - 1) + 1;
    for (const [i, below] of list.levels)
      if (i > place.level && (below.restart ?? i) > place.level) counts[i] = undefined;
    // The sign of a bullet is no text: often a letter of a font of symbols.
    if (level.format === 'bullet') return '';
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const i = Number(digit) - 1;
      const count = counts[i] ?? list.levels.get(i)?.start ?? 1;
      const format = level.isLegal ? 'decimal' : (list.levels.get(i)?.format ?? 'decimal');
      return ordinal(count, format);
    });
  }
}

/** A generated number before a text. Never so that its digits and those of the text become one number. */
export function withLabel(label: string, text: string): string {
  const [bare, rest] = [label.trim(), text.trimStart()];
  if (bare === '') return text;
  if (rest === '') return bare;
  if (/[\dA-Za-z.．]$/.test(bare) && /^\d/.test(rest)) return `${bare.replace(/[.．]$/, '')}、${rest}`;
  return /[\p{L}\p{N}]$/u.test(bare) ? `${bare} ${rest}` : bare + rest;
}
