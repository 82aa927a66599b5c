/** A picture's data as SVG. */
import type { Language } from "../cli/message.ts";
import { drawBars } from "./bars.ts";
import { drawCalibration } from "./calibration.ts";
import { drawConfusion } from "./confusion.ts";
import { drawCurves } from "./curves.ts";
import { drawEssayMap } from "./essay_map.ts";
import {
  type Drawing,
  framed,
  paletteOf,
  type Place,
  type Reader,
} from "./frame.ts";
import type { Markup } from "./markup.ts";
import { drawNetwork } from "./network.ts";
import type { Picture } from "./picture.ts";
import { drawScatter } from "./scatter.ts";

/** Where a picture is shown, and with what. */
export interface DrawOptions {
  /**
   * In a page (the default) colours follow the reader's light or dark scheme;
   * a file has its colours written into it.
   */
  readonly place?: Place;
  /**
   * Whether the title is to be read above the drawing; not if it is not said.
   */
  readonly heading?: boolean;
}

/**
 * Draws a picture. No text covers another one in any of the fonts that
 * `font_widths.ts` was made from.
 *
 * @param picture What it shows.
 * @param id A name that no other picture of the same page has.
 * @param language The language of its words.
 * @param options Where it is shown.
 * @returns An `<svg>` element, the same bytes for the same data.
 *
 * @example
 * ```ts ignore
 * const svg = drawPicture(picture, "loss", "ja", { place: "file" });
 * await Deno.writeTextFile("loss.svg", `${svg}\n`);
 * ```
 */
export function drawPicture(
  picture: Picture,
  id: string,
  language: Language,
  { place = "page", heading = false }: DrawOptions = {},
): Markup {
  const { title, description } = picture;
  return framed(
    drawn(picture, { language, palette: paletteOf(place) }),
    { id, title, description, language, place, heading },
  );
}

function drawn(picture: Picture, reader: Reader): Drawing {
  switch (picture.kind) {
    case "network":
      return drawNetwork(picture, reader);
    case "bars":
      return drawBars(picture, reader);
    case "scatter":
      return drawScatter(picture, reader);
    case "curves":
      return drawCurves(picture, reader);
    case "confusion":
      return drawConfusion(picture, reader);
    case "calibration":
      return drawCalibration(picture, reader);
    case "essay map":
      return drawEssayMap(picture, reader);
  }
}
