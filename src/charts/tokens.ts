import type { Tokens, Tone } from './types';

/** Tones in the order of the form: outcome groups, appeal results, free series. */
export const TONES: readonly Tone[] = [
  'granted',
  'partially_granted',
  'denied',
  'unable',
  'not_processed',
  'other',
  'upheld',
  'corrected',
  'other_result',
  'pending',
  'series_1',
  'series_2',
  'series_3',
  'series_4',
  'series_5',
  'series_6',
  'rest',
];

const toneProperty = (tone: Tone): string => {
  const name = tone.replaceAll('_', '-');
  return tone === 'rest' || tone.startsWith('series_') ? `--${name}` : `--tone-${name}`;
};

/** Colours as they hold for `element`, which is an island when it carries its own `data-theme`. */
export function readTokens(element: Element): Tokens {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  const tones = Object.fromEntries(TONES.map((tone) => [tone, read(toneProperty(tone))]));
  return {
    paper: read('--paper'),
    raised: read('--raised'),
    ink: read('--ink'),
    muted: read('--muted'),
    rule: read('--rule'),
    accent: read('--accent'),
    accentLight: read('--accent-light'),
    second: read('--second'),
    third: read('--third'),
    rest: read('--rest'),
    tones: tones as Record<Tone, string>,
    badge: { ink: read('--badge-ink'), a: read('--badge-a'), b: read('--badge-b') },
    // The renderer writes fonts into attributes without escaping them.
    font: read('--font').replaceAll('"', "'").replace(/\s+/g, ' '),
  };
}

/** Colours of a theme other than the running one: `light` for exports, `print` for paper. */
export function readThemeTokens(theme: 'light' | 'dark' | 'print'): Tokens {
  const island = document.createElement('div');
  island.dataset.theme = theme;
  island.hidden = true;
  document.body.append(island);
  const tokens = readTokens(island);
  island.remove();
  return tokens;
}
