import type { Axis } from './types';

export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly ticks: readonly number[];
}

const roundStep = (rough: number, whole: boolean): number => {
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = [1, 2, 5, 10].find((step) => step * power >= rough * 0.999) ?? 10;
  return whole ? Math.max(1, lead * power) : lead * power;
};

/** A scale with round ticks that holds zero and all `values`. Shares end at 100 %, counts step in whole numbers. */
export function niceScale(values: readonly number[], axis: Axis, intervals = 6): Scale {
  const isShare = axis.kind === 'share';
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || (isShare ? 100 : 1);
  const whole = values.every((value) => Number.isInteger(value));
  const step = roundStep(span / intervals, whole);
  const min = Math.floor(low / step + 1e-9) * step;
  const top = Math.max(Math.ceil(high / step - 1e-9) * step, min + step);
  const max = isShare && high <= 100 ? Math.min(top, 100) : top;
  const ticks: number[] = [];
  for (let tick = min; tick <= max + step * 1e-6; tick += step) ticks.push(Number(tick.toPrecision(12)));
  return { min, max, step, ticks };
}

/** The position of `value` between `from` and `to` pixels. */
export function place(value: number, scale: Scale, from: number, to: number): number {
  return from + ((value - scale.min) / (scale.max - scale.min)) * (to - from);
}
