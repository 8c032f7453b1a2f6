import type { EmptyStyle, ReportContent } from './content';
import { district } from './names';

/** Bodies that do not print zeros (realworld.md §4); everybody else does. */
const styles: Readonly<Record<string, EmptyStyle>> = {
  墨原镇人民政府: 'blank',
  苓溪乡人民政府: 'blank',
  科学技术局: 'slash',
  审计局: 'slash',
};

export const emptyStyleOf = (agencyName: string): EmptyStyle | null =>
  styles[agencyName.replace(district.name, '')] ?? null;

/** Replaces the zeros of a body that leaves them out. */
export function printZeros(content: ReportContent): ReportContent {
  const empty = emptyStyleOf(content.agency.name);
  if (!empty) return content;
  const cells = Object.fromEntries(
    Object.entries(content.cells).map(([code, value]) => [code, value === 0 ? null : value]),
  );
  return { ...content, empty, cells };
}
