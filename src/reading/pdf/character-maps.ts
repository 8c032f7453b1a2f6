/**
 * Gives the file of a character map: what the codes of Chinese fonts mean that PDF files name and do not hold.
 * @param filename as pdf.js calls it, e.g. `GBK-EUC-H.bcmap`
 */
export type CharacterMaps = (filename: string) => Promise<Uint8Array>;

/** In Node they lie in the folder beside pdf.js itself. */
async function fromFolder(filename: string): Promise<Uint8Array> {
  const [{ createRequire }, { readFile }] = [
    process.getBuiltinModule('node:module'),
    process.getBuiltinModule('node:fs/promises'),
  ];
  const place = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
  return new Uint8Array(await readFile(place.replace(/package\.json$/, `cmaps/${filename}`)));
}

let maps: CharacterMaps = fromFolder;

/** A browser has no folders: whoever loads the reader there says once where the files are. */
export const setCharacterMaps = (given: CharacterMaps): void => {
  maps = given;
};

/** The door through which pdf.js asks for files. */
export class CharacterMapFactory {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    if (kind !== 'cMapUrl') throw new Error(`no ${kind}`);
    return maps(filename);
  }
}
