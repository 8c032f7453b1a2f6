import { type Block, textOf } from './blocks';

const DATE = /(20[0-3]\d)\s*[年\-/.]\s*(\d{1,2})\s*[月\-/.]\s*(\d{1,2})(?!\d)/g;
/** What every date here has. */
const CENTURY = '20';
const LABEL = /(?:发布|公开|发文|成文|生成|印发|录入|更新|信息)(?:日期|时间)|(?:^|[\s|])(?:日期|时间)[:：]/;
/** Clocks of the page and of whoever saved it say nothing about the report. */
const OTHER_CLOCK = /采集|抓取|页面生成|当前时间|访问|星期|打印|下载时间/;
const IN_URL = /(?:\/|t|_)(20[0-3]\d)[-/]?(0[1-9]|1[0-2]|[1-9])[-/]?(0[1-9]|[12]\d|3[01]|[1-9])(?=[_/.])/g;

/** Letters of an agency's name that may stand on the line of its date. */
const LONGEST_SIGNATURE = 24;

const iso = (year: string, month: string, day: string): string | null => {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
};

const datesIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)]
    .map(([, y = '', m = '', d = '']) => iso(y, m, d))
    .filter((date) => date !== null);

/**
 * Earliest credible publication date: labelled dates at the head, the date under the signature, the address. A report
 * on year N is not published before November of N; what is left is the earliest, which may be a later re-dating.
 */
export function findPublished(
  blocks: readonly Block[],
  year: number | null,
  url: string | null,
  hint: string | null,
): string | null {
  const texts = blocks.map(textOf);
  const labelled = texts
    .filter((text) => text.length < 400 && text.includes(CENTURY) && LABEL.test(text))
    .flatMap((text) => {
      const at = text.search(LABEL);
      const near = text.slice(at, at + 40);
      return OTHER_CLOCK.test(text.slice(Math.max(0, at - 6), at + 8)) ? [] : datesIn(near, DATE).slice(0, 1);
    });
  // A date on its own, under the title or the signature; dates within sentences are of other things.
  const alone = [...texts.slice(0, 30), ...texts.slice(-25)]
    .filter(
      (text) =>
        text.length < 60 &&
        text.includes(CENTURY) &&
        !OTHER_CLOCK.test(text) &&
        !/[至自截到起]|期限|报告期/.test(text),
    )
    .filter((text) => text.replace(DATE, '').replace(/[\s日|]/g, '').length <= LONGEST_SIGNATURE)
    .flatMap((text) => datesIn(text, DATE));
  const fromUrl = url ? datesIn(url, IN_URL) : [];
  const candidates = [...labelled, ...alone, ...fromUrl, ...(hint ? [hint] : [])].sort();
  if (year === null) return candidates[0] ?? null;
  const credible = candidates.filter((date) => date >= `${year}-11-01`);
  return credible[0] ?? null;
}
