/** A font of Chinese text: how its codes are written, and whether the file tells what they mean. */
export type PdfFont =
  /** Codes of UTF-16 with a table of what they mean, as every program writes today. */
  | 'unicode'
  /** The same codes without the table: the letters can be drawn but not known. */
  | 'nameless'
  /** Codes of GBK, as programs wrote whose fonts every reader was to have. */
  | 'gbk'
  /** Codes of UTF-16 by the name of a table that every reader is to have. */
  | 'utf16';

export interface PdfPageSource {
  /** Operators, or packed ones. */
  readonly content: string | Uint8Array;
  /** What the dictionary of the packed ones says; by default that they are deflated. */
  readonly says?: string;
  readonly width?: number;
  readonly height?: number;
  readonly rotate?: 90 | 180 | 270;
}

const hex = (codes: readonly number[]): string =>
  codes.map((code) => code.toString(16).padStart(4, '0')).join('');
const codesOf = (text: string): number[] => Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));

/** Text whose baseline begins at a point, in points from the lower left of the page; `turn` in degrees. */
export function word(x: number, y: number, text: string, size = 10.5, turn = 0, font = 'F'): string {
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, y].map((n) => n.toFixed(4)).join(' ');
  return `BT /${font} ${size} Tf ${matrix} Tm <${hex(codesOf(text))}> Tj ET\n`;
}

export const stroke = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${y1} m ${x2} ${y2} l S\n`;
export const fill = (x: number, y: number, width: number, height: number): string =>
  `${x} ${y} ${width} ${height} re f\n`;

const CMAP = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
1 beginbfrange <0000> <ffff> <0000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

const encodings: Readonly<Record<PdfFont, string>> = {
  unicode: 'Identity-H',
  nameless: 'Identity-H',
  gbk: 'GBK-EUC-H',
  utf16: 'UniGB-UTF16-H',
};

const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** Dictionary and data of a stream; bytes are packed ones. */
const stream = (
  data: string | Uint8Array,
  entries = '',
  says = '/Filter /FlateDecode',
): readonly (string | Uint8Array)[] => [
  `<< /Length ${data.length} ${typeof data === 'string' ? '' : says} ${entries} >>\nstream\n`,
  data,
  '\nendstream',
];

export interface PdfSettings {
  readonly font?: PdfFont;
  readonly encrypted?: boolean;
  /** Pages that the file says to have. */
  readonly count?: number;
  /** Nodes of the tree of pages, one in another, above the pages. */
  readonly depth?: number;
  /** An object beside those of the pages. */
  readonly more?: string;
  /** Forms, of which each draws the next ten times, that the first page draws. */
  readonly nested?: number;
}

/** Bytes of a PDF file, one object after another. `/F` is its font, `/G` one that no reader can read. */
export function writePdf(
  pages: readonly PdfPageSource[],
  {
    font = 'unicode',
    encrypted = false,
    count = pages.length,
    depth = 1,
    nested = 0,
    more,
  }: PdfSettings = {},
): Uint8Array {
  const ordering = font === 'unicode' || font === 'nameless' ? 'Identity' : 'GB1';
  const firstPage = 6;
  const firstNode = firstPage + 2 * pages.length;
  const firstForm = firstNode + depth;
  const last = firstNode + depth - 1;
  const kids = pages.map((_, i) => `${firstPage + 2 * i} 0 R`).join(' ');
  const forms = (from: number): string => (nested > 0 ? `/XObject << /X ${from} 0 R >>` : '');
  const objects: readonly (readonly (string | Uint8Array)[])[] = [
    [`<< /Type /Catalog /Pages ${firstNode} 0 R >>`],
    [
      `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encodings[font]} /DescendantFonts [3 0 R]${font === 'unicode' ? ' /ToUnicode 4 0 R' : ''} >>`,
    ],
    [
      `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 80 >> >>`,
    ],
    stream(CMAP),
    ['<< /Type /Font /Subtype /Type0 /BaseFont /Lost /Encoding /No-Such-Table-H /DescendantFonts [3 0 R] >>'],
    ...pages.flatMap(({ content, says, width = 595, height = 842, rotate }, i) => [
      [
        `<< /Type /Page /Parent ${last} 0 R /MediaBox [0 0 ${width} ${height}]${rotate ? ` /Rotate ${rotate}` : ''} /Contents ${firstPage + 2 * i + 1} 0 R /Resources << /Font << /F 2 0 R /G 5 0 R >> ${forms(firstForm)} >> >>`,
      ],
      stream(typeof content === 'string' && nested > 0 ? `${content}/X Do` : content, '', says),
    ]),
    ...Array.from({ length: depth }, (_, i) => [
      `<< /Type /Pages /Count ${count} ${i > 0 ? `/Parent ${firstNode + i - 1} 0 R` : ''} /Kids [${i === depth - 1 ? kids : `${firstNode + i + 1} 0 R`}] >>`,
    ]),
    ...Array.from({ length: nested }, (_, i) =>
      stream(
        i === nested - 1 ? '1 1 m 9 9 l S' : '/X Do '.repeat(10),
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${i === nested - 1 ? '' : forms(firstForm + i + 1)} >>`,
      ),
    ),
    ...(more === undefined ? [] : [[more]]),
  ];
  const parts: Uint8Array[] = [];
  let length = 0;
  const put = (...data: readonly (string | Uint8Array)[]): void => {
    for (const it of data) {
      const bytes = typeof it === 'string' ? latin(it) : it;
      parts.push(bytes);
      length += bytes.length;
    }
  };
  put('%PDF-1.7\n');
  const offsets = objects.map((object, i) => {
    const offset = length;
    put(`${i + 1} 0 obj\n`, ...object, '\nendobj\n');
    return offset;
  });
  const xref = length;
  put(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) put(`${String(offset).padStart(10, '0')} 00000 n \n`);
  const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /O (${'o'.repeat(32)}) /U (${'u'.repeat(32)}) /P -4 >> /ID [<00><00>]`;
  put(
    `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${encrypted ? lock : ''} >>\nstartxref\n${xref}\n%%EOF\n`,
  );
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
