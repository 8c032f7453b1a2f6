/** Stands around text in the colour of the paper until it is known what stands beside it. */
export const FAINT = '\ufffb';
const FAINT_DIGITS = /\ufffb[\d.,\s]*\ufffb/g;

/** Text without the marks around what is faint: faint digits beside others leave no number that can be read, only □. */
export function withoutFaint(text: string): string {
  if (!text.includes(FAINT)) return text;
  const seen = text.replace(FAINT_DIGITS, '');
  return (/\d/.test(seen) ? text.replace(FAINT_DIGITS, '□') : text).replaceAll(FAINT, '');
}
