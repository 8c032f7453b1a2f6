/** Longer texts are sentences, which do not recur. */
export const LONGEST_REMEMBERED = 60;
const MOST = 20_000;

/**
 * A pure function of texts that remembers what it said of short ones: the labels and headings of the forms recur in
 * every report, and within a report each is asked about many times.
 */
export function remembered<T>(of: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return of(text);
    let said = known.get(text);
    if (said === undefined) {
      said = of(text);
      if (known.size >= MOST) known.clear();
      known.set(text, said);
    }
    return said;
  };
}
