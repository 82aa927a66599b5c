/** How often a model is right, beside how sure it said it was. */
import { message, type Text } from "../cli/message.ts";
import {
  ABOVE_AXES,
  BELOW_AXES,
  drawAxes,
  placesIn,
  roomForTicks,
} from "./axes.ts";
import { whisker } from "./curves.ts";
import type { Drawing, Reader } from "./frame.ts";
import { markup } from "./markup.ts";
import { fixed } from "./number_text.ts";
import type { CalibrationBin, CalibrationPicture } from "./picture.ts";
import { drawOnPlate, drawText, type PlacedText } from "./placed_text.ts";
import { linearScale, type Scale } from "./scale.ts";
import { textWidth } from "./text_width.ts";

const TITLE: Text = {
  ja: "確率はどこまで信じられるか",
  en: "How far to believe its probabilities",
};
const DESCRIPTION = message({
  ja:
    "横軸はモデルが言った確率、縦軸は当たった割合。点が斜めの線の上にあれば、言ったとおりに当たっています。{list}。",
  en:
    "Probabilities that the model gave from left to right, how often it was right upwards. On the slanting line it is right as often as it says. {list}.",
});
const POINT = message({
  ja: "{said} と言った {count} 回のうち {right} が当たり",
  en: "of {count} predictions at {said}, {right} are right",
});
const SAID: Text = {
  ja: "モデルが言った確率（%）",
  en: "probability that the model gives (%)",
};
const RIGHT: Text = { ja: "当たった割合（%）", en: "share that is right (%)" };
const PREDICTIONS: Text = { ja: "予測の数", en: "predictions" };
const TOO_SURE: Text = { ja: "確率が高すぎる", en: "too sure" };
const TOO_MODEST: Text = { ja: "確率が低すぎる", en: "not sure enough" };

const WIDTH = 380, HEIGHT = 240;
/** Below the axes: columns as high as there are predictions. */
const COLUMNS = 50, GAP = 34;

/** The picture of such bins. */
export function calibrationPicture(
  bins: readonly CalibrationBin[],
): CalibrationPicture {
  const percent = (part: number): string => `${Math.round(100 * part)} %`;
  const points = bins.map(({ said, right, predictions: count }) =>
    POINT({ count, said: percent(said), right: percent(right) })
  );
  const list = {
    ja: points.map(({ ja }) => ja).join("、"),
    en: points.map(({ en }) => en).join("; "),
  };
  return {
    kind: "calibration",
    title: TITLE,
    description: DESCRIPTION({ list }),
    bins,
  };
}

/**
 * Draws a point for each bin, with its interval, beside the line on which a
 * model is right as often as it says; below, how many predictions there are.
 */
export function drawCalibration(
  { bins }: CalibrationPicture,
  { language, palette }: Reader,
): Drawing {
  const scale: Scale = linearScale([0, 100], 10);
  const left = roomForTicks(scale), top = ABOVE_AXES;
  const box = { left, right: left + WIDTH, top, bottom: top + HEIGHT };
  const at = placesIn(box, scale, scale);
  const [blue] = palette.series;
  const across = (said: number) => fixed(at.x(100 * said));
  const upward = (right: number) => fixed(at.y(100 * right));
  const line = bins.map(({ said, right }) =>
    `${across(said)},${upward(right)}`
  );
  const whiskers = bins
    .filter(({ interval: [from] }) => Number.isFinite(from))
    .map(({ said, interval: [from, to] }) =>
      whisker(at.x(100 * said), at.y(100 * from), at.y(100 * to))
    );
  const foot = box.bottom + BELOW_AXES + GAP + COLUMNS;
  const most = Math.max(...bins.map(({ predictions }) => predictions));
  const width = WIDTH / 10 - 8;
  const columns = bins.map(({ said, predictions }) => {
    const bin = Math.min(9, Math.max(0, Math.ceil(10 * said - 1e-9) - 1));
    const middle = at.x(10 * bin + 5);
    return { middle, predictions, height: COLUMNS * predictions / most };
  });
  // Five digits and more are wider than their column.
  const size = columns.some(({ predictions }) => predictions > 9999) ? 9 : 11;
  const texts: PlacedText[] = [
    {
      text: PREDICTIONS[language],
      x: 8,
      y: foot - COLUMNS - 22,
      fill: palette.soft,
    },
    ...columns.map(({ middle, predictions, height }): PlacedText => ({
      text: String(predictions),
      x: middle,
      y: foot - height - 8,
      anchor: "middle",
      size,
    })),
  ];
  const content = markup`${
    drawAxes(box, {
      x: { scale, label: SAID[language] },
      y: { scale, label: RIGHT[language], labelAt: 13 },
      grid: true,
    }, palette)
  }
<path class="rule" d="M${fixed(at.x(0))},${fixed(at.y(0))}L${
    fixed(at.x(100))
  },${fixed(at.y(100))}" stroke="${palette.ink}" stroke-dasharray="1 3"/>
${
    [
      { text: TOO_MODEST[language], x: at.x(3), y: at.y(95) },
      {
        text: TOO_SURE[language],
        x: at.x(97),
        y: at.y(5),
        anchor: "end" as const,
      },
    ].map((placed) =>
      drawOnPlate({ ...placed, fill: palette.soft }, palette.paper, 2)
    )
  }
<path class="intervals" d="${
    whiskers.join("")
  }" fill="none" stroke="${palette.ink}"/>
<path class="line" d="M${
    line.join("L")
  }" fill="none" stroke="${blue}" stroke-width="1.6"/>
${
    bins.map(({ said, right }) =>
      markup`<circle cx="${across(said)}" cy="${
        upward(right)
      }" r="4" fill="${blue}"/>`
    )
  }
<g class="counts" fill="${palette.grid}" stroke="${palette.soft}">${
    columns.map(({ middle, height }) =>
      markup`<rect x="${fixed(middle - width / 2)}" y="${
        fixed(foot - height)
      }" width="${fixed(width)}" height="${fixed(height)}"/>`
    )
  }</g>
<path d="M${left},${fixed(foot)}H${box.right}" stroke="${palette.ink}"/>
${texts.map(drawText)}`;
  return {
    width: Math.max(
      box.right + 24,
      ...[SAID, RIGHT].map((text) => textWidth(text[language]) + left + 16),
    ),
    height: foot + 10,
    content,
  };
}
