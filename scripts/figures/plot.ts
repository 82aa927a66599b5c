/**
 * Charts by Observable Plot, drawn without a browser: linkedom is the document that it wants.
 */
import { plot, type PlotOptions } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { Markup } from "../markup.ts";

/**
 * Draws a chart.
 *
 * @param options Plot's own.
 * @returns What stands inside Plot's `<svg>` element: without its style, with short numbers, and
 * without labels for parts that nobody can reach, because a picture is read as a whole.
 */
export function drawChart(options: PlotOptions): Markup {
  const { document } = parseHTML(
    "<html><body></body></html>",
  ) as unknown as { document: NonNullable<PlotOptions["document"]> };
  const chart: { innerHTML: string } = plot({ ...options, document });
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
