/** What a model reaches that learns from more and more essays. */
import { message, type Text } from "../cli/message.ts";
import { numberText } from "./number_text.ts";
import type { CurvesPicture } from "./picture.ts";

/** What is reached with so many essays. */
export interface LearningPoint {
  readonly essays: number;
  readonly kappa: number;
  /** From what to what it might be; NaN where it is not known. */
  readonly interval: readonly [from: number, to: number];
}

const TITLE: Text = { ja: "学習曲線", en: "Learning curve" };
const DESCRIPTION = message({
  ja:
    "横軸は学習に使った作文の数（対数目盛）、縦軸は κ。{list}。縦の線は 95 % の区間。",
  en:
    "Essays learned from to the right (logarithmic scale), kappa upwards. {list}. Upright lines are 95 % intervals.",
});
const POINT = message({
  ja: "{essays} 編で {kappa}",
  en: "{kappa} with {essays} essays",
});
const ESSAYS: Text = {
  ja: "学習に使った作文の数（対数目盛）",
  en: "essays learned from (logarithmic scale)",
};
const KAPPA: Text = { ja: "κ", en: "kappa" };

/** The picture of such points, from few essays to many. */
export function learningCurvePicture(
  points: readonly LearningPoint[],
): CurvesPicture {
  const said = points.map(({ essays, kappa }) =>
    POINT({ essays: Math.round(essays), kappa: numberText(kappa) })
  );
  return {
    kind: "curves",
    title: TITLE,
    description: DESCRIPTION({
      list: {
        ja: said.map(({ ja }) => ja).join("、"),
        en: said.map(({ en }) => en).join(", "),
      },
    }),
    x: { label: ESSAYS, logarithmic: true },
    y: { label: KAPPA },
    lines: [{
      label: KAPPA,
      x: points.map(({ essays }) => essays),
      y: points.map(({ kappa }) => kappa),
      intervals: points.map(({ interval }) => interval),
    }],
  };
}
