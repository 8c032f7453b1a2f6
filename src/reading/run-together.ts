import type { TableId } from '../forms';
import { type Block, textOf } from './blocks';
import { t2Slots, t3Slots, t4Cells, t4Columns, type Slot } from './slots';
import type { Regions } from './regions';

const plain = (text: string): string => text.normalize('NFKC');

/** Digits that follow a label without anything between them. */
const GLUED = /[^\d\s|]\d[\d ]{2,}/;

/** Labels of rows that are followed by digits without anything between them. */
function glued(text: string, slots: readonly Slot[], digits: number): number {
  if (!GLUED.test(text)) return 0;
  const pattern = new RegExp(`^\\d[\\d ]{${digits - 1},}`);
  return slots.filter((slot) =>
    slot.keys.some((key) => {
      const at = key.length > 1 ? text.indexOf(key) : -1;
      return at >= 0 && pattern.test(text.slice(at + key.length, at + key.length + 40));
    }),
  ).length;
}

/**
 * Tables of a flattened page whose digits ran together: their cells cannot be told apart by layout. Two rows of
 * table 2 or five of table 3 glued to their values are no accident.
 */
export function runTogether(regions: Regions): ReadonlySet<TableId> {
  const text = (blocks: readonly Block[] | null): string =>
    plain(
      (blocks ?? [])
        .filter((block) => block.kind === 'line')
        .map(textOf)
        .join('\n'),
    );
  const found = new Set<TableId>();
  const t3 = glued(text(regions.t3), t3Slots, 5) >= 5;
  if (t3) found.add('t3');
  if (glued(text(regions.t2), t2Slots, 3) >= 2) found.add('t2');
  const last = plain(t4Columns.at(-1)?.label.zh ?? '');
  if (new RegExp(`${last}\\s*\\d{${t4Cells.length},}`).test(text(regions.t4))) found.add('t4');
  return found;
}
