import { map, type Matrix } from './matrix';
import type { Ruling } from './page';

/** Commands inside a path of pdf.js: move, line, curve, quadratic curve, close; and how many numbers follow each. */
const [MOVE, LINE, CURVE, QUADRATIC, CLOSE] = [0, 1, 2, 3, 4];
const NUMBERS: Readonly<Record<number, number>> = {
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
/** Off by this much a line still is level or upright. */
const LEVEL = 0.7;

/** More edges than a box has, however it is drawn. */
const BOX = 8;

/** The straight edges of each shape of a path: one path may hold many. */
function shapes(path: ArrayLike<number>, matrix: Matrix): Ruling[][] {
  let shape: Ruling[] = [];
  const found = [shape];
  let start = map(matrix, 0, 0);
  let here = start;
  for (let i = 0; i < path.length;) {
    const command = path[i++] ?? CLOSE;
    const count = NUMBERS[command];
    if (count === undefined) return found;
    const to = count === 0 ? start : map(matrix, path[i + count - 2] ?? 0, path[i + count - 1] ?? 0);
    i += count;
    if (command === MOVE) {
      start = to;
      if (shape.length > 0) found.push((shape = []));
    } else if (command === LINE || command === CLOSE)
      shape.push({ x1: here[0], y1: here[1], x2: to[0], y2: to[1] });
    here = to;
  }
  return found;
}

const straight = ({ x1, y1, x2, y2 }: Ruling): Ruling[] => {
  if (Math.abs(y1 - y2) <= LEVEL && Math.abs(x1 - x2) >= SHORT)
    return [{ x1: Math.min(x1, x2), x2: Math.max(x1, x2), y1: (y1 + y2) / 2, y2: (y1 + y2) / 2 }];
  if (Math.abs(x1 - x2) <= LEVEL && Math.abs(y1 - y2) >= SHORT)
    return [{ x1: (x1 + x2) / 2, x2: (x1 + x2) / 2, y1: Math.min(y1, y2), y2: Math.max(y1, y2) }];
  return [];
};

/** Level and upright lines of a path that is drawn by stroke. */
export const strokedLines = (path: ArrayLike<number>, matrix: Matrix): Ruling[] =>
  shapes(path, matrix).flat().flatMap(straight);

/** A filled box too thin to be one is the line along its middle; any other filled shape has none. */
export const filledLines = (path: ArrayLike<number>, matrix: Matrix): Ruling[] =>
  shapes(path, matrix).flatMap(lineOfBox);

function lineOfBox(box: readonly Ruling[]): Ruling[] {
  if (box.length === 0 || box.length > BOX) return [];
  const xs = box.flatMap(({ x1, x2 }) => [x1, x2]);
  const ys = box.flatMap(({ y1, y2 }) => [y1, y2]);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low <= THICK && right - left > THICK)
    return [{ x1: left, x2: right, y1: (low + high) / 2, y2: (low + high) / 2 }];
  if (right - left <= THICK && high - low > THICK)
    return [{ x1: (left + right) / 2, x2: (left + right) / 2, y1: low, y2: high }];
  return [];
}
