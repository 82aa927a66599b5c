/** A picture's data as SVG. */
import type { Language } from "../cli/command_line.ts";
import type { Markup } from "./markup.ts";
import { drawCurves } from "./curves.ts";
import { type Drawing, framed } from "./frame.ts";
import { drawNetwork } from "./network.ts";
import type { Picture } from "./picture.ts";

/**
 * Draws a picture.
 *
 * @param picture What it shows.
 * @param id A name that no other picture of the same page has.
 * @param language The language of its words.
 * @returns An `<svg>` element, the same for the same data.
 */
export function drawPicture(
  picture: Picture,
  id: string,
  language: Language,
): Markup {
  const { title, description } = picture;
  return framed(
    drawn(picture, language),
    id,
    title,
    description,
    language,
  );
}

function drawn(picture: Picture, language: Language): Drawing {
  switch (picture.kind) {
    case "network":
      return drawNetwork(picture, language);
    case "curves":
      return drawCurves(picture, language);
  }
}
