/** The loss after each epoch, in training and in validation. */
import { fill, type Language } from "../../command_line.ts";
import type { LossCurves } from "./data.ts";
import { figureMessages as messages } from "./messages.ts";
import { INK, numberText, picture } from "./picture.ts";

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
      (most - (byPowers ? least : 0)) / 14,
    ).map(({ point, text, color }) =>
      plot.text([point], {
        text: () => text,
        dx: 8,
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

/** The curves' names at their ends, moved apart where they would touch. */
function endLabels(
  curves: readonly (readonly Point[])[],
  names: readonly string[],
  apart: number,
): { point: Point; text: string; color: string }[] {
  const labels = curves.flatMap((points, i) => {
    const end = points.at(-1);
    return end === undefined ? [] : [{
      point: end,
      text: names[i]!,
      color: [TRAINING, VALIDATION][i]!,
    }];
  });
  const [a, b] = labels;
  if (a === undefined || b === undefined) return labels;
  const distance = b.point[1] - a.point[1];
  if (Math.abs(distance) >= apart) return labels;
  const sign = distance < 0 ? -1 : 1;
  const middle = (a.point[1] + b.point[1]) / 2;
  const moved = (label: typeof a, by: number): typeof a => ({
    ...label,
    point: [label.point[0], middle + sign * by * apart / 2],
  });
  return [moved(a, -1), moved(b, 1)];
}
