/// <reference lib="dom" />
/**
 * The map: essays as signs over two axes, and in colour the band that the
 * network predicts wherever an essay may stand.
 */
import { fromFloat64Array, type Matrix } from "kobai";
import {
  ABOVE_AXES,
  BELOW_AXES,
  drawAxes,
  placesIn,
} from "../../../figures/axes.ts";
import { gridFor } from "../../../figures/grid.ts";
import { markup } from "../../../figures/markup.ts";
import { areaColor, signColor, VARIABLES } from "../../../figures/palette.ts";
import { drawOnPlate } from "../../../figures/placed_text.ts";
import { linearScale } from "../../../figures/scale.ts";
import { signAt } from "../../../figures/signs.ts";
import type { Essays } from "./essays.ts";

const WIDTH = 560, HEIGHT = 380, LEFT = 44;
/** The colours of the areas belong to a light paper in every scheme. */
const PAPER = "#ffffff", INK = "#22262e";
const BOX = {
  left: LEFT,
  right: WIDTH - 12,
  top: ABOVE_AXES,
  bottom: HEIGHT - BELOW_AXES,
};

/** What the axes are called. */
export interface AxisNames {
  readonly words: string;
  readonly errors: string;
}

/** Draws essays once, and the network's bands as often as it learns. */
export class EssayMap {
  /** Where the network is asked, `[columns × rows, 2]`. */
  readonly points: Matrix;
  readonly #essays: Essays;
  readonly #grid: ReturnType<typeof gridFor>;
  readonly #at: { x(value: number): number; y(value: number): number };
  readonly #context: CanvasRenderingContext2D;
  readonly #image: ImageData;
  readonly #names: SVGGElement;
  readonly #chosen: SVGGElement;
  readonly #colors: readonly (readonly number[])[];
  readonly #svg: SVGSVGElement;

  constructor(
    canvas: HTMLCanvasElement,
    svg: SVGSVGElement,
    essays: Essays,
    axes: AxisNames,
  ) {
    const { x, labels, bands, test } = essays;
    const grid = this.#grid = gridFor(
      labels.map((_, i) => ({ x: x.at(i, 0), y: x.at(i, 1) })),
    );
    const scales = {
      x: linearScale(grid.x, 8, true),
      y: linearScale(grid.y, 7, true),
    };
    const at = this.#at = placesIn(BOX, scales.x, scales.y);
    this.points = fromFloat64Array(
      Float64Array.from(grid.points.flat()),
      grid.points.length,
      2,
    );
    this.#essays = essays;
    this.#svg = svg;
    canvas.width = grid.columns;
    canvas.height = grid.rows;
    canvas.style.left = `${100 * BOX.left / WIDTH}%`;
    canvas.style.top = `${100 * BOX.top / HEIGHT}%`;
    canvas.style.width = `${100 * (BOX.right - BOX.left) / WIDTH}%`;
    canvas.style.height = `${100 * (BOX.bottom - BOX.top) / HEIGHT}%`;
    this.#context = canvas.getContext("2d", {
      willReadFrequently: true, // small, and written pixel by pixel
    })!;
    this.#image = this.#context.createImageData(grid.columns, grid.rows);
    this.#colors = bands.map((_, band) => rgb(areaColor(band, bands.length)));
    const held = new Set(test);
    const signs = bands.flatMap((_, band) =>
      [false, true].map((isHeld) => {
        const d = labels.flatMap((label, i) =>
          label === band && held.has(i) === isHeld
            ? [
              signAt(
                band,
                at.x(x.at(i, 0)),
                at.y(x.at(i, 1)),
                isHeld ? 3.6 : 2.6,
              ),
            ]
            : []
        ).join("");
        return markup`<path d="${d}" fill="${
          signColor(band, bands.length)
        }" stroke="${INK}" stroke-width="${isHeld ? 1.6 : 0.6}"/>`;
      })
    );
    svg.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
    svg.innerHTML = markup`${
      drawAxes(BOX, {
        x: { scale: scales.x, label: axes.words },
        y: { scale: scales.y, label: axes.errors, labelAt: 13 },
        grid: false,
      }, VARIABLES)
    }${signs}<g data-names></g><g data-chosen></g>`.toString();
    this.#names = svg.querySelector("[data-names]")!;
    this.#chosen = svg.querySelector("[data-chosen]")!;
  }

  /** Colours the map by the probability of each band at each point. */
  color(probabilities: Matrix): void {
    const { columns, rows } = this.#grid;
    const values = probabilities.toFloat64Array();
    const bands = probabilities.columns, even = 1 / bands;
    const sums = Array.from({ length: bands }, () => [0, 0, 0]);
    const best = new Uint8Array(columns * rows);
    for (let point = 0; point < best.length; point++) {
      let band = 0;
      for (let k = 1; k < bands; k++) {
        if (values[point * bands + k]! > values[point * bands + band]!) {
          band = k;
        }
      }
      best[point] = band;
      const column = point % columns, row = Math.floor(point / columns);
      const sum = sums[band]!;
      sum[0]! += column;
      sum[1]! += row;
      sum[2]!++;
      const sure = (values[point * bands + band]! - even) / (1 - even);
      // The grid begins at the bottom, an image at the top.
      const pixel = 4 * ((rows - 1 - row) * columns + column);
      this.#colors[band]!.forEach((value, i) => {
        this.#image.data[pixel + i] = value;
      });
      this.#image.data[pixel + 3] = 255 * (0.25 + 0.75 * Math.min(1, sure));
    }
    this.#context.putImageData(this.#image, 0, 0);
    this.#nameAreas(best, sums);
  }

  /** The name of each band in the middle of its area, if it has much of one. */
  #nameAreas(best: Uint8Array, sums: readonly number[][]): void {
    const { columns, rows, points } = this.#grid;
    const { bands } = this.#essays;
    this.#names.innerHTML = sums.map(([columnSum, rowSum, count], band) => {
      if (count! < 0.02 * best.length || count === best.length) return "";
      const middle = [columnSum! / count!, rowSum! / count!];
      let nearest = 0, least = Infinity;
      best.forEach((other, point) => {
        if (other !== band) return;
        const away = Math.hypot(
          (point % columns - middle[0]!) / columns,
          (Math.floor(point / columns) - middle[1]!) / rows,
        );
        if (away < least) [nearest, least] = [point, away];
      });
      const [x, y] = points[nearest]!;
      return drawOnPlate(
        {
          text: bands[band]!,
          x: Math.min(this.#at.x(x), BOX.right - 30),
          y: Math.max(this.#at.y(y), BOX.top + 12),
          anchor: "middle",
          fill: INK,
          bold: true,
        },
        PAPER,
        3,
      );
    }).join("");
  }

  /** Marks an essay. */
  choose(words: number, errors: number): void {
    const [x, y] = [this.#at.x(words), this.#at.y(errors)];
    const isInside = x >= BOX.left && x <= BOX.right && y >= BOX.top &&
      y <= BOX.bottom;
    this.#chosen.innerHTML = isInside
      ? markup`<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="${PAPER}" stroke-width="5"/>
<circle cx="${x}" cy="${y}" r="9" fill="none" stroke="#a83a18" stroke-width="2.5"/>`
        .toString()
      : "";
  }

  /** The essay that is nearest to a place in the window. */
  nearest({ clientX, clientY }: MouseEvent): number {
    const { left, top, width, height } = this.#svg.getBoundingClientRect();
    const px = (clientX - left) * WIDTH / width;
    const py = (clientY - top) * HEIGHT / height;
    const { x, labels } = this.#essays;
    let best = 0, least = Infinity;
    for (let i = 0; i < labels.length; i++) {
      const away = Math.hypot(
        this.#at.x(x.at(i, 0)) - px,
        this.#at.y(x.at(i, 1)) - py,
      );
      if (away < least) [best, least] = [i, away];
    }
    return best;
  }
}

/** The signs of the bands, for a legend. */
export function signMarkup(band: number, bands: number): string {
  return markup`<svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="${
    signAt(band, 8, 8, 5)
  }" fill="${signColor(band, bands)}" stroke="${INK}"/></svg>`.toString();
}

function rgb(color: string): number[] {
  return [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16));
}
