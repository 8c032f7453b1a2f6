import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../src/charts/colour';

const css = readFileSync(new URL('../../src/charts/theme.css', import.meta.url), 'utf8');

/** Custom properties of the first block whose selector holds `selector`. */
const blockOf = (selector: string): Map<string, string> => {
  const start = css.indexOf('{', css.indexOf(selector));
  const body = css.slice(start + 1, css.indexOf('}', start));
  return new Map(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name ?? '', value ?? '']),
  );
};

const themes = { light: blockOf(':root,'), dark: blockOf("[data-theme='dark']") };
const auto = blockOf("[data-theme='auto']");

describe('theme.css', () => {
  it.each(Object.entries(themes))('gives text 4.5 and marks 3 on paper (%s)', (name, theme) => {
    const on = (property: string): number =>
      contrast(theme.get(property) ?? '#000000', theme.get('--paper') ?? '');
    for (const property of ['--ink', '--muted', '--accent', '--second', '--third']) {
      expect(on(property), property).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(theme.get('--badge-ink') ?? '', theme.get('--badge-b') ?? '')).toBeGreaterThanOrEqual(
      4.5,
    );
    const marks = [...theme.keys()].filter((property) => /^--(tone|series)-/.test(property));
    // The design fixes these light tones; each stands beside its name or number.
    const fixed = ['--tone-partially-granted', '--tone-unable', '--tone-other', '--tone-other-result'];
    for (const property of marks.filter((mark) => name === 'dark' || !fixed.includes(mark)))
      expect(on(property), property).toBeGreaterThanOrEqual(3);
  });

  it('says the same in dark and in auto when the system is dark', () => {
    expect(auto).toEqual(themes.dark);
    expect([...themes.dark.keys()].sort()).toEqual(
      [...themes.light.keys()].filter((key) => key !== '--font').sort(),
    );
  });
});
