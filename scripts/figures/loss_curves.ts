/** The loss after each epoch, in training and in validation. */
import { fill, type Language } from "../cli/command_line.ts";
import type { LossCurves } from "./data.ts";
import { figureMessages as messages } from "./messages.ts";
import { INK, numberText, picture } from "./plot_picture.ts";

/** A point of a curve. */
type Point = readonly [epoch: number, loss: number];

/** More points than this are finer than the picture. */
const MOST_POINTS = 1000;
const TRAINING = "#1f4e99", VALIDATION = "#c2410c";

/**
 * Draws the loss curves: solid for training, dashed for validation, each with its name at its end.
 *
 * @param data The losses.
 * @param language The language of its texts.
 * @returns An SVG picture.
 */
export function lossCurvesSvg(
  data: LossCurves,
  language: Language,
): Promise<string> {
  const say = (
    name: keyof typeof messages,
    blanks: Record<string, string | number> = {},
  ): string => fill(messages[name], language, blanks);
  const training = curve(data.training), validation = curve(data.validation);
  const all = [...training, ...validation].map(([, loss]) => loss);
  const least = Math.min(...all), most = Math.max(...all);
  const byPowers = least > 0 && most / least > 50;
  const { kept } = data;
  const description = [
    say("lossDescription", {
      first: numberText(training[0]?.[1] ?? NaN),
      last: numberText(training.at(-1)?.[1] ?? NaN),
    }),
    ...kept === undefined ? [] : [say("lossKept", { epoch: kept })],
  ].join(language === "ja" ? "" : " ");
  return picture({
    name: "loss-curves",
    title: say("lossTitle"),
    description,
    upward: say(byPowers ? "lossByPowers" : "loss"),
    width: 720,
    height: 412,
    marginTop: 72,
    marginLeft: 56,
    marginRight: 92,
    marginBottom: 44,
    x: {
      label: say("epoch"),
      labelArrow: "none",
      labelAnchor: "center",
      domain: [1, Math.max(2, data.training.length)],
      ticks: Math.min(8, data.training.length),
      tickFormat: (epoch: number) => Number.isInteger(epoch) ? `${epoch}` : "",
    },
    y: {
      label: null,
      type: byPowers ? "log" : "linear",
      domain: byPowers ? [least, most] : [0, most],
      nice: true,
      grid: true,
      ...(byPowers ? { ticks: 5 } : {}),
      tickFormat: (loss: number) => numberText(loss),
    },
  }, (plot) => [
    plot.ruleY(byPowers ? [] : [0], { stroke: INK }),
    ...kept === undefined ? [] : [
      plot.ruleX([kept], { stroke: INK, strokeDasharray: "1 3" }),
      plot.text([kept], {
        x: (epoch) => epoch,
        text: () => say("kept", { epoch: kept }),
        frameAnchor: "top",
        dy: -22,
      }),
    ],
    plot.line(training, { stroke: TRAINING, strokeWidth: 2 }),
    plot.line(validation, {
      stroke: VALIDATION,
      strokeWidth: 2,
      strokeDasharray: "6 4",
    }),
    ...endLabels(
      [training, validation],
      [say("training"), say("validation")],
    ).map(({ end, text, color, dy }) =>
      plot.text([end], {
        text: () => text,
        dx: 8,
        dy,
        textAnchor: "start",
        fill: color,
        fontWeight: "bold",
      })
    ),
  ]);
}

/** A curve's points; where there are too many, the least and the greatest of each stretch. */
function curve(losses: readonly number[]): Point[] {
  const points = losses.map((loss, i): Point => [i + 1, loss])
    .filter(([, loss]) => Number.isFinite(loss));
  if (points.length <= MOST_POINTS) return points;
  const stretch = Math.ceil(2 * points.length / MOST_POINTS);
  const kept: Point[] = [];
  for (let i = 0; i < points.length; i += stretch) {
    const part = points.slice(i, i + stretch);
    const least = part.reduce((a, b) => b[1] < a[1] ? b : a);
    const most = part.reduce((a, b) => b[1] > a[1] ? b : a);
    kept.push(...new Set([least, most].sort((a, b) => a[0] - b[0])));
  }
  return kept;
}

/** Half the height of a label, in pixels. */
const HALF_LINE = 7;

/** The curves' names at their ends; of two, one is moved up and one down, so that they never touch. */
function endLabels(
  curves: readonly (readonly Point[])[],
  names: readonly string[],
): { end: Point; text: string; color: string; dy: number }[] {
  const labels = curves.flatMap((points, i) => {
    const end = points.at(-1);
    return end === undefined ? [] : [{
      end,
      text: names[i]!,
      color: [TRAINING, VALIDATION][i]!,
    }];
  });
  const highest = Math.max(...labels.map(({ end }) => end[1]));
  const upper = labels.find(({ end }) => end[1] === highest);
  return labels.map((label) => ({
    ...label,
    dy: labels.length < 2 ? 0 : label === upper ? -HALF_LINE : HALF_LINE,
  }));
}
