/**
 * The colours of every picture. What is told apart by colour is told apart by
 * lightness, dashes or shape too, so also in black and white.
 */

/** Colours by what they are for. */
export interface Palette {
  /** Letters and outlines. */
  readonly ink: string;
  /** Letters that matter less. */
  readonly soft: string;
  /** What everything is drawn on. */
  readonly paper: string;
  /** Lines between the ticks of an axis. */
  readonly grid: string;
  /** Four that are told from each other: blue, vermilion, green, purple. */
  readonly series: readonly [string, string, string, string];
}

/** On paper, and on a light screen. */
export const LIGHT: Palette = {
  ink: "#22262e",
  soft: "#5a616d",
  paper: "#ffffff",
  grid: "#dfe1e5",
  series: ["#1f5fa8", "#b3401c", "#2b7a4b", "#7a4fa3"],
};

/** On a dark screen. */
export const DARK: Palette = {
  ink: "#e8e6e1",
  soft: "#a5abb6",
  paper: "#1b1f26",
  grid: "#383e48",
  series: ["#86b8f5", "#ff9b78", "#7fd0a0", "#c9a6ee"],
};

/** What a page sets to the colours of the reader's scheme. */
export const VARIABLES: Palette = {
  ink: "var(--figure-ink)",
  soft: "var(--figure-soft)",
  paper: "var(--figure-paper)",
  grid: "var(--figure-grid)",
  series: [
    "var(--figure-a)",
    "var(--figure-b)",
    "var(--figure-c)",
    "var(--figure-d)",
  ],
};

/** The style sheet's lines that set the variables to a palette's colours. */
export function declarations(palette: Palette): string {
  const { ink, soft, paper, grid, series: [a, b, c, d] } = palette;
  return Object.entries({ ink, soft, paper, grid, a, b, c, d })
    .map(([name, color]) => `--figure-${name}:${color}`).join(";");
}

/** From the first band to the last: light to dark. */
const AREAS = ["#fdf1d3", "#d3e6cf", "#a3c4dc"] as const;
const SIGNS = ["#ffffff", "#f0a202", "#1d3f72"] as const;

/** The colour of the area in which a band is predicted. */
export function areaColor(band: number, bands: number): string {
  return between(AREAS, band, bands);
}

/** The colour of the sign of an essay. */
export function signColor(band: number, bands: number): string {
  return between(SIGNS, band, bands);
}

/** A mixture of white and a dark blue: white for 0, dark for 1. */
export function shade(share: number): string {
  return mixture("#ffffff", "#1d3f72", share);
}

/** The colour of letters that are read on that shade. */
export function inkOn(share: number): string {
  return share > 0.7 ? "#ffffff" : "#000000";
}

function between(
  stops: readonly [string, string, string],
  band: number,
  bands: number,
): string {
  const at = bands < 2 ? 0 : 2 * band / (bands - 1);
  return at <= 1
    ? mixture(stops[0], stops[1], at)
    : mixture(stops[1], stops[2], at - 1);
}

function mixture(from: string, to: string, share: number): string {
  const part = (color: string, i: number): number =>
    parseInt(color.slice(1 + 2 * i, 3 + 2 * i), 16);
  return "#" +
    [0, 1, 2].map((i) =>
      Math.round(part(from, i) + share * (part(to, i) - part(from, i)))
        .toString(16).padStart(2, "0")
    ).join("");
}
