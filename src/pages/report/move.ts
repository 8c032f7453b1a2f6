/** Keys that move between the cells of a form table. */
const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last));

/** Cell that a key leads to from `code`; null for a key that does not move. Rows may differ in length. */
export function cellAfter<T>(rows: readonly (readonly T[])[], code: T, key: string): T | null {
  const step = steps[key];
  const from = rows.findIndex((row) => row.includes(code));
  if (!step || from < 0) return null;
  const row = rows[clamp(from + step[0], rows.length - 1)] ?? [];
  const column = rows[from]?.indexOf(code) ?? 0;
  return row[clamp(column + step[1], row.length - 1)] ?? null;
}
