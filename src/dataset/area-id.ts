export const areaLevels = ['province', 'city', 'county', 'township'] as const;
export type AreaLevel = (typeof areaLevels)[number];

const levelByDigits: Readonly<Record<number, number>> = { 2: 0, 4: 1, 6: 2, 9: 3 };

/**
 * Level of an area id: official codes without trailing zeros have 2, 4, 6 or 9 digits; an area without a code is
 * `<parent>~<name>`, one level below its parent. Returns null for '' (the whole country) and for a malformed id.
 */
export function areaLevel(id: string): AreaLevel | null {
  const [code = '', ...names] = id.split('~');
  const base = /^\d+$/.test(code) ? levelByDigits[code.length] : undefined;
  if (base === undefined || names.some((name) => name === '')) return null;
  return areaLevels[base + names.length] ?? null;
}
