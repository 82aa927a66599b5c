/** The loss after each epoch, in training and in validation. */
import { joinTexts, message, type Text } from "../cli/message.ts";
import { numberText } from "./number_text.ts";
import type { CurvesPicture, Line } from "./picture.ts";

/** How training went. */
export interface LossCurves {
  /** The loss after each epoch, the first one first. */
  readonly training: readonly number[];
  /** The same on the validation part; empty if there is none. */
  readonly validation: readonly number[];
  /** The epoch whose parameters were kept, counted from 1. */
  readonly kept?: number;
}

const TITLE: Text = { ja: "損失の推移", en: "Loss during training" };
const DESCRIPTION = message({
  ja:
    "横軸はエポック、縦軸は損失。学習の損失は {first} から {last} になりました。",
  en:
    "Epochs from left to right, loss upwards. The training loss went from {first} to {last}.",
});
const KEPT_WEIGHTS = message({
  ja: "使われたのはエポック {epoch} の重みです。",
  en: "The weights of epoch {epoch} were kept.",
});
const EPOCH: Text = { ja: "エポック", en: "epoch" };
const LOSS: Text = { ja: "損失", en: "loss" };
const LOSS_BY_POWERS: Text = {
  ja: "損失（対数目盛）",
  en: "loss (logarithmic scale)",
};
const TRAINING: Text = { ja: "学習", en: "training" };
const VALIDATION: Text = { ja: "検証", en: "validation" };
const KEPT = message({
  ja: "エポック {epoch} を採用",
  en: "epoch {epoch} kept",
});

/** More points than this are finer than the picture. */
const MOST_POINTS = 1000;

/**
 * The loss curves, by powers of ten where the loss falls far.
 *
 * @param data The losses; those that are not finite are left out.
 */
export function lossCurves(data: LossCurves): CurvesPicture {
  const { training, validation, kept } = data;
  const lines = [line(TRAINING, training), line(VALIDATION, validation)]
    .filter(({ x }) => x.length > 0);
  const all = lines.flatMap(({ y }) => y);
  const least = Math.min(...all), most = Math.max(...all);
  const logarithmic = least > 0 && most / least > 50;
  const finite = training.filter(Number.isFinite);
  return {
    kind: "curves",
    title: TITLE,
    description: joinTexts([
      DESCRIPTION({
        first: numberText(finite[0] ?? NaN),
        last: numberText(finite.at(-1) ?? NaN),
      }),
      ...kept === undefined ? [] : [KEPT_WEIGHTS({ epoch: kept })],
    ], { ja: "", en: " " }),
    x: { label: EPOCH, whole: true },
    y: { label: logarithmic ? LOSS_BY_POWERS : LOSS, logarithmic },
    lines,
    moments: kept === undefined
      ? []
      : [{ label: KEPT({ epoch: kept }), x: kept }],
  };
}

/**
 * A curve; where there are too many points, the least and the greatest of each
 * stretch.
 */
function line(label: Text, losses: readonly number[]): Line {
  const points = losses.map((loss, i) => [i + 1, loss] as const)
    .filter(([, loss]) => Number.isFinite(loss));
  const stretch = points.length <= MOST_POINTS
    ? 1
    : Math.ceil(2 * points.length / MOST_POINTS);
  const kept: (readonly [number, number])[] = [];
  for (let i = 0; i < points.length; i += stretch) {
    const part = points.slice(i, i + stretch);
    const least = part.reduce((a, b) => b[1] < a[1] ? b : a);
    const most = part.reduce((a, b) => b[1] > a[1] ? b : a);
    kept.push(...new Set([least, most].sort((a, b) => a[0] - b[0])));
  }
  return {
    label,
    x: kept.map(([epoch]) => epoch),
    y: kept.map(([, loss]) => loss),
  };
}
