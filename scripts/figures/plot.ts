/**
 * Charts by Observable Plot, drawn without a browser: linkedom is the document that it wants.
 *
 * The names of the two are not written into an `import` as they are, because Deno fetches whatever
 * it finds there, also for a lesson that draws nothing and would have to wait for sixty packages.
 */
import type { PlotOptions } from "@observablehq/plot";
import { Markup } from "../markup.ts";

const packages = { plot: "@observablehq/plot", document: "linkedom" };

/** Observable Plot itself. */
export const Plot: typeof import("@observablehq/plot") = await import(
  packages.plot
);

/** The little of linkedom that is used here. */
const { parseHTML }: {
  parseHTML(html: string): { document: NonNullable<PlotOptions["document"]> };
} = await import(packages.document);

/**
 * Draws a chart.
 *
 * @param options Plot's own.
 * @returns What stands inside Plot's `<svg>` element: without its style, with short numbers, and
 * without labels for parts that nobody can reach, because a picture is read as a whole.
 */
export function drawChart(options: PlotOptions): Markup {
  const { document } = parseHTML("<html><body></body></html>");
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
