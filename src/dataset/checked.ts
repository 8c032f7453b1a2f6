/** Small checks of unknown JSON. Each throws through `fail` with the path of the field. */
export type Fail = (path: string, expected: string) => never;
export type Fields = Readonly<Record<string, unknown>>;

export function checks(fail: Fail) {
  const object = (value: unknown, path: string): Fields =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Fields)
      : fail(path, 'object');
  const list = (value: unknown, path: string): readonly unknown[] =>
    Array.isArray(value) ? value : fail(path, 'list');
  const string = (value: unknown, path: string): string =>
    typeof value === 'string' ? value : fail(path, 'string');
  const integer = (value: unknown, path: string): number =>
    Number.isSafeInteger(value) ? (value as number) : fail(path, 'integer');
  const finite = (value: unknown, path: string): number =>
    Number.isFinite(value) ? (value as number) : fail(path, 'number');
  const boolean = (value: unknown, path: string): boolean =>
    typeof value === 'boolean' ? value : fail(path, 'true or false');
  const oneOf = <T extends string>(value: unknown, values: readonly T[], path: string): T =>
    values.includes(value as T) ? (value as T) : fail(path, values.join(' | '));
  const date = (value: unknown, path: string): string =>
    typeof value === 'string' && isDate(value) ? value : fail(path, 'YYYY-MM-DD');
  /** Reads a field that may be absent; null counts as absent. */
  const optional = <T>(
    value: unknown,
    path: string,
    read: (value: unknown, path: string) => T,
  ): T | undefined => (value === undefined || value === null ? undefined : read(value, path));
  return { object, list, string, integer, finite, boolean, oneOf, date, optional };
}

/** A day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(text);
}
