/** How Word writes the number of an item, by the name of the format. */

const HAN = '零一二三四五六七八九';
const DIGITS = '〇一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const han = (n: number): string => {
  if (n <= 0 || n > 99) return [...String(n)].map((digit) => DIGITS[Number(digit)]).join('');
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 && n > 0 ? '' : (HAN[n % 10] ?? '');
  return tens === 0 ? ones : `${tens === 1 ? '' : (HAN[tens] ?? '')}十${ones}`;
};

function roman(n: number): string {
  let [text, rest] = ['', n];
  for (const [value, letters] of ROMAN) for (; rest >= value; rest -= value) text += letters;
  return text;
}

/** a … z, aa, bb … as Word goes on. */
const letter = (n: number): string =>
  n < 1 ? '' : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.ceil(n / 26));

const writers: Readonly<Record<string, (n: number) => string>> = {
  none: () => '',
  decimalZero: (n) => String(n).padStart(2, '0'),
  chineseCounting: han,
  chineseCountingThousand: han,
  japaneseCounting: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  koreanCounting: han,
  ideographDigital: (n) => [...String(n)].map((digit) => DIGITS[Number(digit)]).join(''),
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  // A number in a circle would run together with digits after it once widths are folded.
  decimalEnclosedCircle: (n) => `(${n})`,
  decimalEnclosedCircleChinese: (n) => `(${n})`,
  decimalEnclosedParen: (n) => `(${n})`,
  decimalEnclosedFullstop: (n) => `${n}.`,
  ideographEnclosedCircle: (n) => `(${han(n)})`,
  lowerLetter: letter,
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerRoman: roman,
  upperRoman: (n) => roman(n).toUpperCase(),
};

/** Most that a list counts to: a number beyond is no count of items. */
const MOST = 10_000;

export const ordinal = (n: number, format: string): string =>
  n > MOST ? String(n) : (writers[format] ?? String)(n);
