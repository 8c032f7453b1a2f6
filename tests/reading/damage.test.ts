import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/reading/decode';
import { read, ReadingError, type Report } from '../../src/reading';
import { bytes } from './samples';

/** NIANBAO_LONG=1 takes minutes and belongs to a nightly run. */
const numRuns = process.env.NIANBAO_LONG === '1' ? 100_000 : 400;

const folder = join(import.meta.dirname, '../corpus/reports');
const sources = readdirSync(folder)
  .filter((name) => !name.endsWith('.json'))
  .map((name) => ({ name, text: decode(readFileSync(join(folder, name)), name) }));

/** Undamaged values, by file: what a damaged copy may be compared with. */
const whole = new Map(sources.map(({ name, text }) => [name, read(bytes(text), name)]));

type Damage = (lines: readonly string[], at: number, size: number) => string[];

const damages: Readonly<Record<string, Damage>> = {
  dropped: (lines, at, size) => lines.toSpliced(at, size),
  doubled: (lines, at, size) => lines.toSpliced(at, 0, ...lines.slice(at, at + size)),
  swapped: (lines, at, size) => lines.toSpliced(at, 2, lines[at + size] ?? '', lines[at] ?? ''),
  cut: (lines, at) => lines.slice(0, at),
  'cut within a line': (lines, at, size) => [...lines.slice(0, at), (lines[at] ?? '').slice(0, size)],
  broken: (lines, at, size) =>
    lines.toSpliced(at, 1, (lines[at] ?? '').slice(0, size), (lines[at] ?? '').slice(size)),
  joined: (lines, at) => lines.toSpliced(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`),
  noise: (lines, at, size) =>
    lines.toSpliced(
      at,
      1,
      `${(lines[at] ?? '').slice(0, size)}\ufffd|<td>\u0000${(lines[at] ?? '').slice(size)}`,
    ),
};

const damaged = fc
  .record({
    source: fc.constantFrom(...sources),
    kind: fc.constantFrom(...Object.keys(damages)),
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    size: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ source, kind, at, size }) => {
    const lines = source.text.split('\n');
    const damage = damages[kind] ?? (() => lines);
    return { name: source.name, kind, text: damage(lines, Math.floor(at * lines.length), size).join('\n') };
  });

function readOrRefuse(text: string, name: string): Report | null {
  try {
    return read(bytes(text), name);
  } catch (error) {
    if (error instanceof ReadingError) return null;
    throw error;
  }
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/[^\d]/g, '');

describe('a damaged report', () => {
  it(
    'never crashes and never yields a number that is not in the source',
    () => {
      fc.assert(
        fc.property(damaged, ({ name, text }) => {
          const report = readOrRefuse(text, name);
          const printed = digitsOf(text);
          for (const [code, cell] of Object.entries(report?.cells ?? {}))
            if (cell.value !== null) expect(printed, code).toContain(digitsOf(String(cell.value)));
        }),
        { numRuns },
      );
    },
    numRuns * 200,
  );

  it(
    'keeps what is left right: a line more or less moves no value to another cell',
    () => {
      const lines = damaged.filter(({ kind }) => ['dropped', 'doubled', 'cut'].includes(kind));
      fc.assert(
        fc.property(lines, ({ name, text }) => {
          const report = readOrRefuse(text, name);
          const cells: Readonly<Record<string, { value: number | null }>> = whole.get(name)?.cells ?? {};
          for (const [code, cell] of Object.entries(report?.cells ?? {}))
            if (cell.value !== null && code in cells) expect(cell.value, code).toBe(cells[code]?.value);
        }),
        { numRuns },
      );
    },
    numRuns * 200,
  );

  it('reads any text or refuses it', () => {
    const words = [
      '第二十条第（一）项',
      '规章',
      '|',
      '0',
      '12',
      '\n',
      '总计',
      '一、',
      '三、',
      '年度报告',
      '<table><tr><td>',
      '其他',
      '结果维持',
      '条',
      '公开',
      '（',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 400 }), (parts) => {
        readOrRefuse(`信息公开年度报告\n${parts.join('')}`, 'x');
      }),
      { numRuns },
    );
  });
});

describe('hostile input', () => {
  /** What came of it; anything but a report or a refusal is a crash. What never ends fails by the runner's own limit. */
  const outcome = (text: string): string => {
    try {
      return `read ${Object.values(read(bytes(text), '../../etc/passwd').cells).filter((it) => it.value !== null).length}`;
    } catch (error) {
      if (error instanceof ReadingError) return error.code;
      throw error;
    }
  };

  it.each([
    ['elements nested deeply', '<div>'.repeat(100_000)],
    ['tables nested deeply', '<table><tr><td>'.repeat(3_000)],
    ['formatting nested deeply', '<b><i><p>'.repeat(10_000)],
    [
      'a cell that spans everything',
      `<table>${'<tr><td colspan=99999 rowspan=99999>1</td></tr>'.repeat(2_000)}</table>`,
    ],
    ['a line of pipes', `信息公开年度报告\n${'|'.repeat(500_000)}`],
    ['one long line', `信息公开年度报告\n一、总体情况\n${'主动公开政府信息1条、其中公开'.repeat(40_000)}`],
    ['brackets without end', `信息公开年度报告\n一、总体情况\n公开信息9条${'('.repeat(100_000)}`],
    ['digits without end', `信息公开年度报告\n一、总体情况\n公开信息${'1'.repeat(200_000)}条`],
    ['many lines', `信息公开年度报告\n${'规章\n0\n'.repeat(60_000)}`],
  ])('%s ends as a refusal or a report without numbers', (_, text) => {
    expect(outcome(text)).toMatch(/^(?:read 0|not_a_report|timeout|too_large|empty)$/);
  });
});
