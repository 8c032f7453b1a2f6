/** Where pdf.js finds what the codes of Chinese fonts mean that PDF files name and do not hold. */
export interface CharacterMaps {
  readonly cMapUrl?: string;
  readonly cMapPacked?: boolean;
}

/** In Node, the folder beside pdf.js itself; a browser has none, and reads of such fonts only where their text stands. */
export function characterMaps(): CharacterMaps {
  if (!('process' in globalThis)) return {};
  const { createRequire } = process.getBuiltinModule('node:module');
  const place = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  return { cMapUrl: place.replace(/package\.json$/, 'cmaps/'), cMapPacked: true };
}
