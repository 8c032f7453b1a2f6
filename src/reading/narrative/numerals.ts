const ONES = '零一二三四五六七八九';
const TIMES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const NUMERAL = '[一二两三四五六七八九]';
/** What is counted, after a bound. */
const COUNTED = '(?=[余多]?[条件篇份宗起项期封例](?![龙事]))';
/** Words behind which a numeral is a number however small: others are parts of names (`第二十条`, `一件事`, `三项制度`). */
const BEHIND = '(?<=信息|文件|申请|公告|动态|复议|诉讼|案件|累计|总计|合计|共计|收到|受理|答复|办结)';

/** None of these stands before a numeral that is whole. */
const START = '(?<![第零〇一二两三四五六七八九十百千万亿\\d.])';
const LARGE = `(?:${NUMERAL}[百千万]|${NUMERAL}?十${NUMERAL}?万)[零〇一二两三四五六七八九十百千万]*${COUNTED}|[百千万](?=[余多][条件篇份])`;
const SMALL = `(?:${NUMERAL}?十${NUMERAL}?|${NUMERAL})${COUNTED}`;
/** What every number has that is looked for. */
const ANY = /[一二两三四五六七八九十百千万余多][条件篇份宗起项期封例]/;
const BEYOND = new RegExp(START + `(?:${LARGE})`);
const SPELLED = new RegExp(`${START}(?:${LARGE}|${BEHIND}${SMALL})`, 'g');
/** Of a line that writes its large numbers so. */
const ALL = new RegExp(`${START}(?:${LARGE}|${SMALL})`, 'g');

/** Value of Chinese numerals: `十二`, `三百`, `一千零六`, `两万三千`. `一千二` leaves open what it is: null. */
export function spelledOut(numerals: string): number | null {
  let [all, group, digit] = [0, 0, 0];
  let open = false;
  for (const char of numerals.replaceAll('两', '二').replaceAll('〇', '零')) {
    const one = ONES.indexOf(char);
    if (one >= 0) {
      if (digit > 0) return null;
      digit = one;
      open = open && one > 0;
      continue;
    }
    if (char === '万') {
      if (all > 0) return null;
      all = (group + digit || 1) * 10_000;
      group = 0;
    } else group += (digit || 1) * (TIMES[char] ?? 0);
    digit = 0;
    open = char !== '十';
  }
  return open && digit > 0 ? null : all + group + digit;
}

/** A number in Chinese numerals in a line. */
export interface Spelled {
  readonly from: number;
  readonly to: number;
  readonly digits: string;
}

/** Numbers in Chinese numerals that count information or cases, in order. */
export function spelledNumbers(line: string): Spelled[] {
  if (!ANY.test(line)) return [];
  return [...line.matchAll(BEYOND.test(line) ? ALL : SPELLED)].flatMap(
    ({ index, 0: numerals }): Spelled[] => {
      const value = spelledOut(numerals);
      return value === null ? [] : [{ from: index, to: index + numerals.length, digits: String(value) }];
    },
  );
}
