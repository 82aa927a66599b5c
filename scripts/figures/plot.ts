/** Charts for the lecture's pictures. */
import type { PlotOptions } from "@observablehq/plot";
import { Markup } from "./markup.ts";
import { loadPlot, type PlotLibrary } from "./load_plot.ts";

const { plot, newDocument } = await loadPlot();

/** Observable Plot itself. */
export const Plot: PlotLibrary = plot;

/**
 * Draws a chart.
 *
 * @param options Plot's own.
 * @returns What stands inside Plot's `<svg>` element: without its style, with short numbers, and
 * without labels for parts that nobody can reach, because a picture is read as a whole.
 */
export function drawChart(options: PlotOptions): Markup {
  const document = newDocument();
  const chart: { innerHTML: string } = Plot.plot({ ...options, document });
  const content = chart.innerHTML
    .replace(/<style>.*?<\/style>/s, "")
    .replace(/ aria-\w+="[^"]*"/g, "")
    .replace(
      / [\w-]+="[^"]*"/g, // not the texts, which may be 0.001
      (attribute) =>
        attribute.replace(
          /-?\d+\.\d{3,}/g,
          (digits) => `${+Number(digits).toFixed(2)}`,
        ),
    );
  return new Markup(content);
}
