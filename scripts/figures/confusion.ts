/** The confusion matrix: how often each band was taken for which. */
import { fill, type Language } from "../cli/command_line.ts";
import { inkOn, shade } from "./colors.ts";
import type { Confusion } from "./data.ts";
import { figureMessages as messages } from "./messages.ts";
import { INK, picture, shortened, textWidth } from "./plot_picture.ts";

interface Cell {
  readonly actual: string;
  readonly predicted: string;
  readonly count: number;
  /** Of its row. */
  readonly share: number;
}

const HEIGHT_OF_CELL = 64, MARGIN_TOP = 108, FAINT = "#8a8a8a";

/**
 * Draws the confusion matrix: the darker a cell, the greater its share of the row; its count and
 * that share stand in it, and the diagonal has a frame.
 *
 * @param data The counts.
 * @param language The language of its texts.
 * @returns An SVG picture.
 */
export function confusionSvg(
  data: Confusion,
  language: Language,
): Promise<string> {
  const say = (
    name: keyof typeof messages,
    blanks: Record<string, string | number> = {},
  ): string => fill(messages[name], language, blanks);
  const columns = data.bands.length > 6 ? 9 : 16;
  const names = distinct(data.bands.map((name) => shortened(name, columns)));
  const cells: Cell[] = data.counts.flatMap((row, i) => {
    const all = sum(row);
    return row.map((count, j) => ({
      actual: names[i]!,
      predicted: names[j]!,
      count,
      share: all === 0 ? 0 : count / all,
    }));
  });
  const sums = data.counts.map((row, i) => ({
    name: names[i]!,
    row: sum(row),
    column: sum(data.counts.map((row) => row[i]!)),
  }));
  const right = sum(data.counts.map((row, i) => row[i]!));
  const widest = Math.max(...names.map((name) => textWidth(name)));
  const width = Math.max(84, widest + 20);
  const marginLeft = Math.ceil(
    Math.max(widest, textWidth(say("total"))) + 24,
  );
  return picture({
    name: "confusion-matrix",
    title: say("confusionTitle"),
    description: say("confusionDescription", {
      right,
      total: sum(sums.map(({ row }) => row)),
    }),
    width: Math.ceil(Math.max(440, marginLeft + width * names.length + 60)),
    height: MARGIN_TOP + 52 + HEIGHT_OF_CELL * names.length,
    marginTop: MARGIN_TOP,
    marginLeft,
    marginRight: Math.ceil(
      Math.max(60, 440 - marginLeft - width * names.length),
    ),
    marginBottom: 52,
    x: { axis: null, domain: names, padding: 0 },
    y: { axis: null, domain: names, padding: 0 },
  }, (plot) => [
    plot.axisX({
      anchor: "top",
      tickSize: 0,
      label: null,
    }),
    plot.axisY({ tickSize: 0, label: null }),
    plot.cell(cells, {
      x: "predicted",
      y: "actual",
      fill: ({ share }: Cell) => shade(share),
      stroke: "#c8c8c8",
    }),
    plot.cell(cells.filter(({ actual, predicted }) => actual === predicted), {
      x: "predicted",
      y: "actual",
      fill: "none",
      stroke: INK,
      strokeWidth: 2,
      inset: 1,
    }),
    plot.text(cells, {
      x: "predicted",
      y: "actual",
      text: "count",
      dy: -8,
      fontSize: 18,
      fontWeight: "bold",
      fill: ({ count, share }: Cell) => count === 0 ? FAINT : inkOn(share),
    }),
    plot.text(cells.filter(({ count }) => count > 0), {
      x: "predicted",
      y: "actual",
      text: ({ share }: Cell) => `${Math.round(100 * share)} %`,
      dy: 14,
      fill: ({ share }: Cell) => inkOn(share),
    }),
    plot.text(sums, {
      y: "name",
      frameAnchor: "right",
      dx: 12,
      textAnchor: "start",
      text: "row",
    }),
    plot.text(sums, {
      x: "name",
      frameAnchor: "bottom",
      dy: 16,
      text: "column",
    }),
    plot.text([say("total")], {
      frameAnchor: "top-right",
      textAnchor: "start",
      dx: 12,
      dy: -16,
    }),
    plot.text([say("total")], {
      frameAnchor: "bottom-left",
      textAnchor: "end",
      dx: -9,
      dy: 16,
    }),
    plot.text([`${say("rows")}\n${say("columns")}`], {
      frameAnchor: "top-left",
      lineAnchor: "top",
      lineHeight: 1.4,
      dx: 8 - marginLeft,
      dy: 36 - MARGIN_TOP,
    }),
    plot.text([say("share")], {
      frameAnchor: "bottom-left",
      dx: 8 - marginLeft,
      dy: 40,
    }),
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Names that differ also where they were shortened to the same. */
function distinct(names: readonly string[]): string[] {
  return names.map((name, i) =>
    names.indexOf(name) === i ? name : `${name} (${i + 1})`
  );
}
