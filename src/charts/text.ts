const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6…—“”‘’]/u;
const NARROW = /[\s.,:;'|!·ijlftrI()[\]]/u;
const BROAD = /[A-Z%mwMW@&–]/u;

const emOf = (char: string): number => {
  if (WIDE.test(char)) return 1;
  if (NARROW.test(char)) return 0.34;
  return BROAD.test(char) ? 0.76 : 0.57;
};

/** How much wider bold letters are, where they cannot be measured. */
const bolder = 1.08;

const estimate = (text: string, size: number): number => {
  let em = 0;
  for (const char of text) em += emOf(char);
  return em * size;
};

let pen: CanvasRenderingContext2D | null = null;
/** The face depends on the language of the page, and what is installed on the machine decides how wide it is. */
let family = { lang: '', name: '' };

function measure(text: string, size: number, weight: number): number | null {
  if (typeof document === 'undefined') return null;
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return null;
  const root = document.documentElement;
  if (family.lang !== root.lang || family.name === '')
    family = {
      lang: root.lang,
      name: getComputedStyle(root).getPropertyValue('--font').trim() || 'sans-serif',
    };
  pen.font = `${weight} ${size}px ${family.name}`;
  return pen.measureText(text).width;
}

/** Width in pixels in the font of the page; without a browser estimated, a little generous. */
export function textWidth(text: string, size: number, weight = 400): number {
  return measure(text, size, weight) ?? estimate(text, size) * (weight > 500 ? bolder : 1);
}

/** `text`, or as much of it as fits `width` pixels with an ellipsis. */
export function ellipsize(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text;
  let room = width - textWidth('…', size);
  let kept = '';
  for (const char of text) {
    room -= textWidth(char, size);
    if (room < 0) break;
    kept += char;
  }
  return `${kept.trimEnd()}…`;
}

/** Puts values into `{name}` places. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

/** Lines of at most `width` pixels. Chinese breaks anywhere, other scripts at spaces, a long word where it must. */
export function wrap(text: string, size: number, width: number): string[] {
  const pieces = text.match(/[\u2e80-\uffef]|[^\s\u2e80-\uffef]+|\s+/gu) ?? [];
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces) {
    if (textWidth(current + piece.trimEnd(), size) <= width) {
      current += piece;
      continue;
    }
    if (current.trim() !== '') lines.push(current.trim());
    current = '';
    for (const char of piece.trimStart()) {
      if (textWidth(current + char, size) > width) {
        lines.push(current);
        current = '';
      }
      current += char;
    }
  }
  if (current.trim() !== '') lines.push(current.trim());
  return lines;
}
