import type { Work } from '../limits';
import { ReadingError } from '../types';
import { Archive } from './archive';
import { child, childrenNamed, elementsOf, ownText, parseXml, type XmlElement } from './xml';

/** Content types of the main part, by their ends: templates and files with macros hold the same. */
const kinds: readonly (readonly [kind: OfficeKind, type: RegExp])[] = [
  [
    'docx',
    /(?:wordprocessingml\.(?:document|template)|ms-word\.(?:document|template)\.macroEnabled\w*)\.main\+xml$/,
  ],
  ['xlsx', /(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled\w*)\.main\+xml$/],
  ['pptx', /(?:presentationml|ms-powerpoint)\.[\w.]+\.main\+xml$/],
];
export type OfficeKind = 'docx' | 'xlsx' | 'pptx';

const CONTENT_TYPES = '[Content_Types].xml';

/** `a/b/../c` → `a/c`; a leading slash begins at the top. */
function resolve(folder: string, target: string): string {
  const path: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
  for (const step of target.split('/'))
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  return path.join('/');
}

/** The parts of an office file, found as the standard says: by content type and by relation, not by their names. */
export class OfficePackage {
  readonly #archive: Archive;

  constructor(
    bytes: Uint8Array,
    readonly work: Work,
  ) {
    this.#archive = new Archive(bytes, work.source);
  }

  has(part: string): boolean {
    return this.#archive.names.includes(part);
  }

  /** The part as a tree, `undefined` when the file has none. */
  xml(part: string): XmlElement | undefined {
    const bytes = this.#archive.part(part);
    return bytes ? parseXml(bytes, part, this.work) : undefined;
  }

  /** Like {@link xml}, for a part without which nothing can be read. */
  needed(part: string): XmlElement {
    const found = this.xml(part);
    if (!found) throw new ReadingError('damaged', this.work.source, part);
    return found;
  }

  /** Kind of the document and its main part; null for archives of another kind. */
  main(): { readonly kind: OfficeKind; readonly part: string } | null {
    const types = this.xml(CONTENT_TYPES);
    for (const override of types ? childrenNamed(types, 'Override') : []) {
      const kind = kinds.find(([, type]) => type.test(override.attributes.get('ContentType') ?? ''))?.[0];
      if (kind) return { kind, part: resolve('', override.attributes.get('PartName') ?? '') };
    }
    return null;
  }

  /** Parts that a part refers to, by the id of the relation and by the last word of its type. Nothing outside. */
  relations(part: string): {
    readonly byId: ReadonlyMap<string, string>;
    readonly byType: ReadonlyMap<string, string>;
  } {
    const cut = part.lastIndexOf('/') + 1;
    const folder = part.slice(0, cut);
    const relations = this.xml(`${folder}_rels/${part.slice(cut)}.rels`);
    const byId = new Map<string, string>();
    const byType = new Map<string, string>();
    for (const { attributes } of relations ? elementsOf(relations) : []) {
      if (attributes.get('TargetMode') === 'External') continue;
      const target = resolve(folder, attributes.get('Target') ?? '');
      byId.set(attributes.get('Id') ?? '', target);
      byType.set((attributes.get('Type') ?? '').replace(/^.*\//, ''), target);
    }
    return { byId, byType };
  }

  /** Title in the properties of the document. */
  title(): string | null {
    const part = this.relations('').byType.get('core-properties') ?? 'docProps/core.xml';
    const properties = this.xml(part);
    const title = properties && child(properties, 'title');
    return title ? ownText(title).trim() || null : null;
  }
}
