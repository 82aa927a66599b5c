/**
 * Observable Plot draws charts, without a browser: linkedom is the document that it wants.
 *
 * The names of the two are not written into an `import` as they are, because Deno fetches whatever
 * it finds there, also for a command that draws nothing and would have to wait for sixty packages.
 */
import type { PlotOptions } from "@observablehq/plot";

/** Observable Plot itself. */
export type PlotLibrary = typeof import("@observablehq/plot");

/** A document that Plot draws into. */
export type PlotDocument = NonNullable<PlotOptions["document"]>;

const packages = { plot: "@observablehq/plot", document: "linkedom" };

/** Loads both, which takes 0.1 s. */
export async function loadPlot(): Promise<
  { readonly plot: PlotLibrary; newDocument(): PlotDocument }
> {
  const [plot, { parseHTML }]: [
    PlotLibrary,
    { parseHTML(html: string): { document: PlotDocument } },
  ] = await Promise.all([import(packages.plot), import(packages.document)]);
  const html = "<!DOCTYPE html><html><body></body></html>";
  return { plot, newDocument: () => parseHTML(html).document };
}
