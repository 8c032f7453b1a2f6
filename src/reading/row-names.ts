import { labelKey } from './normalize';
import { remembered } from './remembered';
import type { Slot } from './slots';

/** Shorter labels may be the end of one that began on the line before. */
const WRAPPED = 10;

/** A label as it may be read: on its own, and with what was printed before it. */
export function readingsOf(own: readonly string[], before: readonly string[]): readonly string[] {
  const joined = labelKey(own.join(''));
  const names = [labelKey(own.at(-1) ?? ''), labelKey(own.slice(-2).join('')), joined];
  if (joined.length < WRAPPED)
    for (const n of [1, 2, 3]) names.push(labelKey([...before.slice(-n), ...own].join('')));
  return names.filter((name, i) => name !== '' && names.indexOf(name) === i);
}

/** What the rows of a table may be called. */
export interface RowNames {
  /** Whether a text is such a name to the letter. */
  readonly has: (text: string) => boolean;
  /** Whether a text ends in a name, maybe with the headings of its groups before it. */
  readonly endsIn: (text: string) => boolean;
  /** Whether a name begins with the text, as 逾期 goes on as 逾期不补正. */
  readonly goOnAs: (text: string) => boolean;
}

const known = new WeakMap<readonly Slot[], RowNames>();

/** Shorter names may end any text. */
const SHORT = 3;

export function rowNamesOf(slots: readonly Slot[]): RowNames {
  let names = known.get(slots);
  if (!names) {
    const keys = new Set(slots.filter((slot) => !slot.group).flatMap((slot) => slot.keys));
    const all = [...keys];
    names = {
      has: (text) => keys.has(labelKey(text)),
      endsIn: remembered((text): boolean => {
        const key = labelKey(text);
        return all.some((it) => it === key || (it.length > SHORT && key.endsWith(it)));
      }),
      goOnAs: remembered((text): boolean => {
        const key = labelKey(text);
        return all.some((it) => it.startsWith(key));
      }),
    };
    known.set(slots, names);
  }
  return names;
}
