import { labelKey } from './normalize';
import { remembered } from './remembered';
import type { Slot } from './slots';

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
