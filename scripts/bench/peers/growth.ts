/** How times grow with the size, and a picture of it. */
import type { CurvesPicture } from "../../figures/picture.ts";
import type { Language, Text } from "../../cli/message.ts";
import { drawPicture } from "../../figures/draw.ts";

/** The shortest time at each size. */
export interface Grown {
  readonly label: Text;
  readonly sizes: readonly number[];
  /** Nanoseconds. */
  readonly times: readonly number[];
}

/**
 * The k of the power nᵏ with which times grow: the slope of the straight line
 * that comes nearest to their logarithms.
 */
export function exponentOf({ sizes, times }: Grown): number {
  const mean = (list: number[]) =>
    list.reduce((sum, one) => sum + one, 0) / list.length;
  const x = sizes.map(Math.log), y = times.map(Math.log);
  const [middle, height] = [mean(x), mean(y)];
  const above = x.map((one, i) => (one - middle) * (y[i]! - height));
  return mean(above) / mean(x.map((one) => (one - middle) ** 2));
}

/** Time against size, by powers of ten. */
export function growthPicture(grown: readonly Grown[]): CurvesPicture {
  const power = (one: Grown): string => ` ∝ n^${exponentOf(one).toFixed(1)}`;
  const told = (language: keyof Text) =>
    grown.map((one) => `${one.label[language]}${power(one)}`).join(", ");
  return {
    kind: "curves",
    title: { ja: "大きさと時間", en: "Time and size" },
    description: {
      ja: `横軸は大きさ n、縦軸は時間、どちらも対数目盛。${told("ja")}`,
      en: `Size n from left to right, time upwards, both by powers. ${
        told("en")
      }`,
    },
    x: { label: { ja: "大きさ n", en: "size n" }, logarithmic: true },
    y: { label: { ja: "時間（µs）", en: "time (µs)" }, logarithmic: true },
    lines: grown.map((one) => ({
      label: {
        ja: one.label.ja + power(one),
        en: one.label.en + power(one),
      },
      x: one.sizes,
      y: one.times.map((time) => time / 1000),
    })),
  };
}

/** The picture as a file. */
export function growthSvg(grown: readonly Grown[], language: Language): string {
  const picture = growthPicture(grown);
  return `${drawPicture(picture, "growth", language, { place: "file" })}\n`;
}
