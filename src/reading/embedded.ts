const MARK = Uint8Array.from(';base64,', (char) => char.charCodeAt(0));
/** Shorter data may stay. */
const SHORTEST = 1_000;
/** Pages of no more bytes are read as they are. */
const SMALL = 1 << 20;

/** Letters of base64, as an address may write them. */
const isData = Array.from({ length: 256 }, (_, code) => /[A-Za-z\d+/=%]/.test(String.fromCharCode(code)));

/** Where the data begins whose mark stands at a place; -1 for none. */
function dataAt(bytes: Uint8Array, at: number): number {
  for (let i = 0; i < MARK.length; i++) if (bytes[at + i] !== MARK[i]) return -1;
  return at + MARK.length;
}

/** A page without the pictures and fonts that a program wrote into it as base64: they may be most of a saved page. */
export function withoutEmbedded(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SMALL) return bytes;
  const kept = new Uint8Array(bytes.length);
  let [length, from] = [0, 0];
  const keep = (to: number): void => {
    kept.set(bytes.subarray(from, to), length);
    length += to - from;
  };
  for (let at = bytes.indexOf(MARK[0] ?? 0); at >= 0; at = bytes.indexOf(MARK[0] ?? 0, at + 1)) {
    const data = dataAt(bytes, at);
    if (data < 0) continue;
    let end = data;
    while (isData[bytes[end] ?? 0]) end++;
    if (end - data < SHORTEST) continue;
    keep(data);
    from = end;
    at = end - 1;
  }
  if (from === 0) return bytes;
  keep(bytes.length);
  return kept.subarray(0, length);
}
