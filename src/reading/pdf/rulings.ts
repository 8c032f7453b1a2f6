import type { Ruling } from './page';

type Matrix = readonly [number, number, number, number, number, number];

/** Commands inside a path of pdf.js: move, line, curve, quadratic curve, close; and how many numbers follow each. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];
const ARGUMENTS: Readonly<Record<number, number>> = {
  [MOVE]: 2,
  [LINE]: 2,
  [CURVE]: 6,
  [QUADRATIC]: 4,
  [CLOSE]: 0,
};

/** Thicker than this a filled box is no line. */
const THICK = 3;
/** Shorter than this a line is a dash or part of a letter. */
const SHORT = 4;
const LEVEL = 0.7;

/** Operators of pdf.js by number, as its `OPS` names them. */
export interface Operators {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly constructPath: number;
  readonly endPath: number;
  readonly stroke: number;
  readonly closeStroke: number;
  readonly fill: number;
  readonly eoFill: number;
  readonly fillStroke: number;
  readonly eoFillStroke: number;
  readonly closeFillStroke: number;
  readonly closeEOFillStroke: number;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const isNumbers = (value: unknown): value is ArrayLike<number> =>
  ArrayBuffer.isView(value) || (Array.isArray(value) && value.every((it) => typeof it === 'number'));

/** The straight edges of a path, in points of the page. */
function edges(path: ArrayLike<number>, matrix: Matrix): Ruling[] {
  const found: Ruling[] = [];
  const at = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ];
  let [start, here]: [number, number][] = [at(0, 0), at(0, 0)] as [number, number][];
  for (let i = 0; i < path.length;) {
    const command = path[i++] ?? CLOSE;
    const count = ARGUMENTS[command];
    if (count === undefined) return found;
    const to = count === 0 ? start : at(path[i + count - 2] ?? 0, path[i + count - 1] ?? 0);
    i += count;
    if (command === MOVE) start = to;
    else if (command === LINE || command === CLOSE)
      found.push({ x1: here?.[0] ?? 0, y1: here?.[1] ?? 0, x2: to?.[0] ?? 0, y2: to?.[1] ?? 0 });
    here = to;
  }
  return found;
}

/** A box too thin to be one is the line along its middle. */
function asLine(box: readonly Ruling[]): Ruling[] {
  const xs = box.flatMap(({ x1, x2 }) => [x1, x2]);
  const ys = box.flatMap(({ y1, y2 }) => [y1, y2]);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low <= THICK && right - left > THICK)
    return [{ x1: left, x2: right, y1: (low + high) / 2, y2: (low + high) / 2 }];
  if (right - left <= THICK && high - low > THICK)
    return [{ x1: (left + right) / 2, x2: (left + right) / 2, y1: low, y2: high }];
  return [];
}

const straight = ({ x1, y1, x2, y2 }: Ruling): Ruling[] => {
  if (Math.abs(y1 - y2) <= LEVEL && Math.abs(x1 - x2) >= SHORT)
    return [{ x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }];
  if (Math.abs(x1 - x2) <= LEVEL && Math.abs(y1 - y2) >= SHORT)
    return [{ x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1: Math.min(y1, y2), y2: Math.max(y1, y2) }];
  return [];
};

/** Level and upright lines that a page draws, by stroke or as thin filled boxes. */
export function rulingsOf({ fnArray, argsArray }: OperatorList, ops: Operators): Ruling[] {
  const strokes = new Set([
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const found: Ruling[] = [];
  fnArray.forEach((operator, i) => {
    const args = argsArray[i];
    if (operator === ops.save) saved.push(matrix);
    else if (operator === ops.restore) matrix = saved.pop() ?? matrix;
    else if (operator === ops.transform && isNumbers(args) && args.length === 6)
      matrix = times(matrix, Array.from(args) as unknown as Matrix);
    else if (operator === ops.constructPath && Array.isArray(args)) {
      const [paint, [path] = []] = args as [unknown, unknown[]?];
      if (typeof paint !== 'number' || !isNumbers(path)) return;
      const lines = edges(path, matrix);
      if (strokes.has(paint)) found.push(...lines.flatMap(straight));
      else if (fills.has(paint) && lines.length > 0) found.push(...asLine(lines));
    }
  });
  return found;
}
