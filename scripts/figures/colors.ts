/**
 * How bands are told apart: by colour, by lightness (so also in black and white), and by sign.
 */

/** From the first band to the last: light to dark. */
const AREAS = ["#fdf1d3", "#d3e6cf", "#a3c4dc"] as const;
const SIGNS = ["#ffffff", "#f0a202", "#1d3f72"] as const;

const SYMBOLS = [
  ...["circle", "triangle", "square", "diamond", "star", "hexagon"],
  ...["wye", "cross", "triangle2", "diamond2", "square2", "asterisk"],
] as const;

/** The colour of the area in which a band is predicted. */
export function areaColor(band: number, bands: number): string {
  return between(AREAS, band, bands);
}

/** The colour of the sign of an essay. */
export function signColor(band: number, bands: number): string {
  return between(SIGNS, band, bands);
}

/** The sign of an essay. */
export function symbolOf(band: number): typeof SYMBOLS[number] {
  return SYMBOLS[band % SYMBOLS.length]!;
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
