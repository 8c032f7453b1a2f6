const dayInMs = 86_400_000;

/**
 * Days from 1 January after the report year to the publication, which is what deadlines count from: 0 on the day itself,
 * negative before. null for a day that is none.
 */
export function daysAfterNewYear(published: string, year: number): number | null {
  const days = (Date.parse(`${published}T00:00:00Z`) - Date.UTC(year + 1, 0, 1)) / dayInMs;
  return Number.isInteger(days) ? days : null;
}

/** Address that may become a link: http and https only. Anything else in the data stays text. */
export function webAddress(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const { protocol, href } = new URL(text);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}
