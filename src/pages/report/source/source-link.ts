/** Longest text to look for: browsers give up on long ones. */
const longest = 60;

/** A text as a fragment directive takes it: `-`, `,` and `&` part its pieces. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).replaceAll('-', '%2D');

/**
 * What to look for on a page: the first and the last run of letters of a text, since punctuation and spaces on the page
 * may not be those of the text. null for a text without letters.
 */
function directive(text: string): string | null {
  const runs = text.slice(0, longest).match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first, last] = [runs[0], runs.at(-1)];
  if (first === undefined || last === undefined || (runs.length === 1 && first.length < 2)) return null;
  return runs.length === 1 ? encode(first) : `${encode(first)},${encode(last)}`;
}

/**
 * Address of a page at a text of it (https://wicg.github.io/scroll-to-text-fragment/), or of a PDF at a page. A browser
 * that finds nothing there opens the page at its beginning. Routes in the address are kept.
 */
export function linkTo(
  address: string,
  { text, page }: { text: string | null; page: number | null },
): string {
  const url = new URL(address);
  if (/\.pdf$/i.test(url.pathname)) {
    if (page !== null && url.hash === '') url.hash = `page=${page}`;
    return url.href;
  }
  const found = text === null ? null : directive(text);
  if (found === null) return url.href;
  const [before = '', hash = ''] = url.href.split(/#(.*)/s);
  return `${before}#${hash.replace(/:~:.*/s, '')}:~:text=${found}`;
}
