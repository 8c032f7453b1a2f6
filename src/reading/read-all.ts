import { Archive, isZip } from './office';
import { limits } from './limits';
import { readWithText, type ReportWithText } from './read';
import { ReadingError, type ReadingHints } from './types';

/** What became of one file: its report with the text it was read from, or why there is none. */
export type Outcome =
  ({ readonly source: string } & ReportWithText) | { readonly source: string; readonly error: ReadingError };

/** What makes a zip a document of Office, OFD or OpenDocument rather than an archive of files. */
const DOCUMENT = new Set(['[Content_Types].xml', 'OFD.xml', 'mimetype']);
/** Bytes to which all files of an archive may unpack, one after another. */
const MOST_UNPACKED = 2 ** 31;
/** Folders, and what systems leave in archives beside the files. */
const NO_FILE = /\/$|(?:^|\/)(?:__MACOSX\/|\.(?!\.\/)|Thumbs\.db$|desktop\.ini$)/i;

async function attempt(source: string, readOne: () => Promise<ReportWithText>): Promise<Outcome> {
  try {
    return { source, ...(await readOne()) };
  } catch (error) {
    if (error instanceof ReadingError) return { source, error };
    throw error;
  }
}

function membersOf(bytes: Uint8Array, name: string): { archive: Archive; names: readonly string[] } | null {
  if (!isZip(bytes)) return null;
  if (bytes.length > limits.archive) throw new ReadingError('too_large', name, String(bytes.length));
  const archive = new Archive(bytes, name, MOST_UNPACKED);
  const names = archive.names.filter((it) => !NO_FILE.test(it));
  return archive.names.some((it) => DOCUMENT.has(it)) || names.length === 0 ? null : { archive, names };
}

/**
 * Reads whatever a file holds: one report, or each of those in a zip. A bad file in an archive stops none of the others.
 * `source` of a report in an archive is the name of the archive, `/` and its name there; archives in archives are
 * refused.
 */
export async function* readAll(
  bytes: Uint8Array,
  name: string,
  hints: ReadingHints = {},
): AsyncGenerator<Outcome> {
  let members: ReturnType<typeof membersOf>;
  try {
    members = membersOf(bytes, name);
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error;
    yield { source: name, error };
    return;
  }
  if (!members) {
    yield attempt(name, () => readWithText(bytes, name, hints));
    return;
  }
  const { archive, names } = members;
  for (const member of names) {
    const source = `${name}/${member}`;
    yield attempt(source, () => readWithText(archive.part(member) ?? new Uint8Array(), source, hints));
  }
}
