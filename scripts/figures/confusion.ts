/** The confusion matrix: how often each band was taken for which. */
import { message, type Text } from "../cli/message.ts";
import type { Drawing, Reader } from "./frame.ts";
import { drawText, type PlacedText } from "./placed_text.ts";
import { type Markup, markup } from "./markup.ts";
import { inkOn, shade } from "./palette.ts";
import type { ConfusionPicture } from "./picture.ts";
import { shortened, textWidth } from "./text_width.ts";

const TITLE: Text = { ja: "混同行列", en: "Confusion matrix" };
const DESCRIPTION = message({
  ja:
    "行は人がつけたバンド、列は予測されたバンド。{total} 編のうち {right} 編が一致。",
  en:
    "Rows are the bands that people gave, columns the predicted ones. {right} of {total} essays agree.",
});
const ROWS: Text = {
  ja: "行：人がつけたバンド",
  en: "rows: band given by people",
};
const COLUMNS: Text = {
  ja: "列：予測されたバンド",
  en: "columns: predicted band",
};
const SHARE: Text = {
  ja: "%：行（人がつけたバンド）の中での割合",
  en: "%: share of its row",
};
const TOTAL: Text = { ja: "計", en: "total" };

const CELL_HEIGHT = 64, TOP = 82;
const FAINT = "#757575", CELL_LINE = "#c8c8c8";

/** The picture of such counts. */
export function confusionMatrix(
  bands: readonly string[],
  counts: ConfusionPicture["counts"],
): ConfusionPicture {
  return {
    kind: "confusion",
    title: TITLE,
    description: DESCRIPTION({
      right: sum(counts.map((row, i) => row[i]!)),
      total: sum(counts.map(sum)),
    }),
    bands,
    counts,
  };
}

/**
 * Draws the confusion matrix: the darker a cell, the greater its share of the
 * row; its count and that share stand in it, and the diagonal has a frame.
 */
export function drawConfusion(
  { bands, counts }: ConfusionPicture,
  { language, palette }: Reader,
): Drawing {
  const longest = bands.length > 6 ? 76 : 136;
  const names = distinct(bands.map((name) => shortened(name, longest)));
  const widest = Math.max(...names.map((name) => textWidth(name)));
  const total = TOTAL[language];
  const totalWidth = Math.max(44, textWidth(total) + 8);
  const cellWidth = Math.ceil(Math.max(84, widest + 14));
  const left = Math.ceil(Math.max(widest, textWidth(total))) + 20;
  const right = left + cellWidth * names.length;
  const bottom = TOP + CELL_HEIGHT * names.length;
  const across = (i: number): number => left + (i + 0.5) * cellWidth;
  const down = (i: number): number => TOP + (i + 0.5) * CELL_HEIGHT;
  const cell = (i: number, j: number, inset: number, paint: Markup): Markup =>
    markup`<rect x="${left + j * cellWidth + inset}" y="${
      TOP + i * CELL_HEIGHT + inset
    }" width="${cellWidth - 2 * inset}" height="${
      CELL_HEIGHT - 2 * inset
    }" ${paint}/>`;
  const cells = counts.flatMap((row, i) => {
    const all = sum(row);
    return row.map((count, j) => ({
      i,
      j,
      count,
      share: all === 0 ? 0 : count / all,
    }));
  });
  const middle = { anchor: "middle" } as const;
  const texts: PlacedText[] = [
    { text: ROWS[language], x: 8, y: 12 },
    { text: COLUMNS[language], x: 8, y: 31 },
    ...cells.flatMap(({ i, j, count, share }): PlacedText[] => [
      {
        ...middle,
        text: String(count),
        x: across(j),
        y: down(i) - 9,
        size: 18,
        bold: true,
        fill: count === 0 ? FAINT : inkOn(share),
      },
      ...count === 0 ? [] : [{
        ...middle,
        text: `${Math.round(100 * share)} %`,
        x: across(j),
        y: down(i) + 14,
        fill: inkOn(share),
      }],
    ]),
    ...names.flatMap((text, i): PlacedText[] => [
      { ...middle, text, x: across(i), y: TOP - 14 },
      { text, x: left - 10, y: down(i), anchor: "end" },
      { text: `${sum(counts[i]!)}`, x: right + 12, y: down(i) },
      {
        ...middle,
        text: `${sum(counts.map((row) => row[i]!))}`,
        x: across(i),
        y: bottom + 16,
      },
    ]),
    { text: total, x: right + 12, y: TOP - 14 },
    { text: total, x: left - 10, y: bottom + 16, anchor: "end" },
    { text: SHARE[language], x: 8, y: bottom + 42 },
  ];
  const content = markup`<g class="cells" stroke="${CELL_LINE}">${
    cells.map(({ i, j, share }) =>
      cell(i, j, 0, markup`fill="${shade(share)}"`)
    )
  }</g>
<g class="diagonal" stroke="${palette.ink}" stroke-width="2" fill="none">${
    names.map((_, i) => cell(i, i, 1.5, markup``))
  }</g>
${texts.map(drawText)}`;
  return {
    width: Math.max(
      right + 12 + totalWidth,
      ...[ROWS, COLUMNS, SHARE].map((text) => textWidth(text[language]) + 16),
    ),
    height: bottom + 56,
    content,
  };
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
