import type { Expression } from './types';

export const columnOf = (name: string): Expression => ({ sql: name, columns: [name] });

const join = (operator: string, parts: readonly Expression[]): Expression => ({
  sql: parts.length === 1 ? parts[0]!.sql : `(${parts.map((part) => part.sql).join(operator)})`,
  columns: [...new Set(parts.flatMap((part) => part.columns))],
});

/** Sum that is null as soon as one part is null. */
export const plus = (...parts: readonly Expression[]): Expression => join(' + ', parts);
export const minus = (...parts: readonly Expression[]): Expression => join(' - ', parts);
/** The first part that is not null: for a row that one form splits and another does not. */
export const firstOf = (...parts: readonly Expression[]): Expression => ({
  sql: `coalesce(${parts.map((part) => part.sql).join(', ')})`,
  columns: [...new Set(parts.flatMap((part) => part.columns))],
});
