/** A picture as SVG text. */
import type { Markish, PlotOptions } from "@observablehq/plot";
import { unicodeWidth } from "@std/cli";
import { loadPlot, type PlotLibrary } from "./load_plot.ts";

/** The little of a document that is touched here; Deno has no types for the rest. */
interface DrawnDocument {
  createElementNS(namespace: string, tag: string): DrawnElement;
}

interface DrawnElement {
  id: string;
  textContent: string;
  readonly firstChild: DrawnElement;
  readonly namespaceURI: string;
  readonly outerHTML: string;
  readonly attributes: Iterable<{ readonly name: string; value: string }>;
  setAttribute(name: string, value: string): void;
  querySelectorAll(all: string): Iterable<DrawnElement>;
  insertBefore(element: DrawnElement, before: DrawnElement): void;
}

/** What a picture is besides its marks. */
export interface Frame extends Omit<PlotOptions, "marks" | "title"> {
  /** Its name, from which its identifiers are made; pictures on one page need different ones. */
  readonly name: string;
  /** What stands above it. */
  readonly title: string;
  /** What it shows, for those who cannot see it. */
  readonly description: string;
  /** What the upward axis is called; it stands above that axis. */
  readonly upward?: string;
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginLeft: number;
}

/** The colour of lines and letters. */
export const INK = "#1a1a1a";

/** The fonts that the readers of either language are likely to have. */
const FONTS = "system-ui, 'Hiragino Sans', 'Yu Gothic UI', 'Yu Gothic', " +
  "'Noto Sans CJK JP', 'Noto Sans JP', sans-serif";

/**
 * Draws a picture. The same data give the same bytes.
 *
 * @param frame What it is besides its marks.
 * @param marks Makes its marks.
 * @returns An SVG picture that needs nothing else.
 */
export async function picture(
  frame: Frame,
  marks: (plot: PlotLibrary) => Markish[],
): Promise<string> {
  const { plot, newDocument } = await loadPlot();
  const page = newDocument(), document = page as unknown as DrawnDocument;
  const { name, title, description, upward = "", ...options } = frame;
  const above = (text: string, dy: number, style: object): Markish =>
    plot.text([text], {
      frameAnchor: "top-left",
      dx: 8 - frame.marginLeft,
      dy,
      ...style,
    });
  const svg = plot.plot({
    ...options,
    document: page,
    style: { fontFamily: FONTS, fontSize: "12px", color: INK },
    marks: [
      ...marks(plot),
      above(upward, -22, {}),
      above(title, 8 - frame.marginTop, { fontSize: 16, fontWeight: "bold" }),
    ],
  }) as unknown as DrawnElement;
  roundNumbers(svg);
  renameClips(svg, name);
  const add = (
    tag: string,
    text: string,
    before: DrawnElement,
  ): DrawnElement => {
    const element = document.createElementNS(svg.namespaceURI, tag);
    element.textContent = text;
    svg.insertBefore(element, before);
    return element;
  };
  const paper = add("rect", "", svg.firstChild);
  for (const side of ["width", "height"]) paper.setAttribute(side, "100%");
  paper.setAttribute("fill", "white");
  add("desc", description, paper).id = `${name}-desc`;
  add("title", title, svg.firstChild).id = `${name}-title`;
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-labelledby", `${name}-title ${name}-desc`);
  return `${svg.outerHTML}\n`;
}

/** What is drawn where: more than two decimals nobody sees. */
const GEOMETRY = /^(?:d|transform|points|width|height|r|[cdxy][xy]?[12]?)$/;

function roundNumbers(svg: DrawnElement): void {
  for (const element of svg.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (!GEOMETRY.test(attribute.name)) continue;
      attribute.value = attribute.value.replace(
        /-?\d*\.\d{3,}(?:e-?\d+)?/g,
        (number) => String(Math.round(100 * Number(number)) / 100),
      );
    }
  }
}

/** Plot counts its clips through all pictures of a process: here each picture counts its own. */
function renameClips(svg: DrawnElement, name: string): void {
  const names = new Map<string, string>();
  for (const element of svg.querySelectorAll("[id], [clip-path]")) {
    for (const attribute of element.attributes) {
      attribute.value = attribute.value.replace(/plot-clip-\d+/, (clip) => {
        if (!names.has(clip)) names.set(clip, `${name}-clip-${names.size + 1}`);
        return names.get(clip)!;
      });
    }
  }
}

/** About how wide a text is, in pixels. */
export function textWidth(text: string, fontSize = 12): number {
  return unicodeWidth(text) * fontSize * 0.54;
}

/** A text that is not wider than so many columns. */
export function shortened(text: string, columns: number): string {
  if (unicodeWidth(text) <= columns) return text;
  let short = "";
  for (const letter of text) {
    if (unicodeWidth(short + letter) >= columns) break;
    short += letter;
  }
  return `${short}…`;
}

/** A number as it is written in a picture. */
export function numberText(value: number, digits = 3): string {
  return String(Number(value.toPrecision(digits))).replace("-", "\u2212");
}
