/** Numbers along an axis: how far, and which of them are written. */
import { numberText } from "./number_text.ts";

/** An axis without its place: how far along it a number lies, from 0 to 1. */
export interface Scale {
  part(value: number): number;
  readonly ticks: readonly Tick[];
}

/** A number that is written at an axis. */
export interface Tick {
  readonly value: number;
  readonly text: string;
}

/**
 * Even steps.
 *
 * @param domain The numbers at both ends.
 * @param most How many ticks there may be.
 * @param whole Whether only whole numbers are written.
 */
export function linearScale(
  [least, greatest]: readonly [number, number],
  most: number,
  whole = false,
): Scale {
  const range = greatest - least;
  const step = Math.max(niceStep(range / most), whole ? 1 : 0);
  const first = Math.ceil(least / step - 1e-9);
  const last = Math.floor(greatest / step + 1e-9);
  const values = Array.from(
    { length: last - first + 1 },
    (_, i) => Number(((first + i) * step).toPrecision(12)),
  );
  const large = values.some((value) => Math.abs(value) >= 1e6);
  return {
    part: (value) => (value - least) / range,
    ticks: values.map((value) => ({
      value,
      text: large && value !== 0
        ? powerText(value)
        : String(value).replace("-", "−"),
    })),
  };
}

/**
 * The end of an axis that begins at `least`: the next tick above `greatest`.
 */
export function roundedUp(
  least: number,
  greatest: number,
  most: number,
): number {
  const step = niceStep((greatest - least) / most);
  return Number((step * Math.ceil(greatest / step - 1e-9)).toPrecision(12));
}

/** The least of 1, 2, 5, 10, 20 and so on that is not below a number. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((n) => n * power)
    .find((step) => step >= least * (1 - 1e-9))!;
}

/**
 * Even factors. Powers of ten are written; where there are few of them,
 * numbers between them too.
 *
 * @param domain The numbers at both ends, above 0.
 * @param most About how many ticks there may be.
 */
export function logarithmicScale(
  [least, greatest]: readonly [number, number],
  most: number,
): Scale {
  const low = Math.log10(least), high = Math.log10(greatest);
  const from = Math.floor(low);
  const powers = Array.from(
    { length: Math.ceil(high) - from + 1 },
    (_, i) => from + i,
  );
  const every = Math.max(1, Math.ceil((high - low) / most));
  const between = high - low < 1 ? [1, 1.5, 2, 3, 5, 7] : [1, 2, 5];
  const values = high - low < 2
    ? powers.flatMap((power) => between.map((n) => n * 10 ** power))
    : powers.filter((power) => power % every === 0).map((power) => 10 ** power);
  return {
    part: (value) => (Math.log10(value) - low) / (high - low),
    ticks: values.filter((value) => least <= value && value <= greatest)
      .map((value) => ({
        value,
        text: value < 1e-3 || value > 1e4
          ? powerText(value)
          : numberText(value),
      })),
  };
}

/** As 1e−4. */
function powerText(value: number): string {
  return Number(value.toPrecision(3)).toExponential().replace("+", "")
    .replaceAll("-", "−");
}
