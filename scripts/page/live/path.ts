/**
 * The path of the loss as the inside of an SVG element: numbers and lines only.
 */

/** The size of the drawing. */
export const pathSize = { width: 360, height: 184 } as const;

const edge = { left: 40, right: 352, top: 10, bottom: 142 } as const;

/**
 * Draws a path.
 *
 * @param losses The loss at the start and after each step.
 * @returns SVG markup.
 */
export function drawPath(losses: readonly number[]): string {
  const last = losses.length - 1;
  const finite = losses.filter(Number.isFinite);
  const steps = ticks(Math.max(10, last)),
    heights = ticks(Math.max(1, ...finite));
  const x = (step: number): string =>
    (edge.left + (edge.right - edge.left) * step / steps.at(-1)!).toFixed(1);
  const y = (loss: number): string =>
    (edge.bottom -
      (edge.bottom - edge.top) * Math.min(loss, heights.at(-1)!) /
        heights.at(-1)!)
      .toFixed(1);
  const parts = heights.map((height) =>
    `<line class="grid" x1="${edge.left}" x2="${edge.right}" y1="${
      y(height)
    }" y2="${y(height)}"/>` +
    `<text x="${edge.left - 6}" y="${
      y(height)
    }" dy="0.35em" text-anchor="end">${height}</text>`
  );
  parts.push(
    ...steps.map((step) =>
      `<text x="${x(step)}" y="${
        edge.bottom + 18
      }" text-anchor="middle">${step}</text>`
    ),
  );
  const points = losses.flatMap((loss, step) =>
    Number.isFinite(loss) ? [`${x(step)},${y(loss)}`] : []
  );
  parts.push(`<polyline class="line" points="${points.join(" ")}"/>`);
  // Few steps are seen one by one; the last one always.
  const dots = last <= 40 ? points : points.slice(-1);
  parts.push(...dots.map((point) => {
    const [cx, cy] = point.split(",");
    return `<circle class="dot" cx="${cx}" cy="${cy}" r="${
      point === points.at(-1) ? 4.5 : 2.5
    }"/>`;
  }));
  return parts.join("");
}

/** Round numbers from 0 to at least `most`, three to seven of them. */
function ticks(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1, 2, 5].map((part) => part * power)
    .find((step) => most / step <= 5)!;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from(
    { length: count + 1 },
    (_, i) => Number((i * step).toPrecision(6)),
  );
}
