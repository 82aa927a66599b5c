/**
 * What every picture is wrapped in: a title and a description for those who do
 * not see it, paper, fonts, and the colours of the place where it is shown.
 */
import type { Language, Text } from "../cli/message.ts";
import { drawText } from "./placed_text.ts";
import { Markup, markup } from "./markup.ts";
import {
  DARK,
  declarations,
  LIGHT,
  type Palette,
  VARIABLES,
} from "./palette.ts";
import { FONT_SIZE, textWidth } from "./text_width.ts";

/** A drawing and its size, in units that are pixels where there is room. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: Markup;
}

/** What a drawing must know of its reader. */
export interface Reader {
  readonly language: Language;
  readonly palette: Palette;
}

/**
 * Where a picture is shown. In a page its colours follow the reader's light or
 * dark scheme. A file has its colours written into it, because programs that
 * draw, print or convert files know neither variables nor schemes.
 */
export type Place = "page" | "file";

/** The colours of a place. */
export function paletteOf(place: Place): Palette {
  return place === "page" ? VARIABLES : LIGHT;
}

/** What a picture is called and how it is wrapped. */
export interface Frame {
  /** A name that no other picture of the same page has. */
  readonly id: string;
  readonly title: Text;
  /** What there is to see. */
  readonly description: Text;
  readonly language: Language;
  readonly place: Place;
  /** Whether the title is to be read above the drawing. */
  readonly heading: boolean;
}

/**
 * Fonts with Latin letters first, then those with Japanese ones. Programs that
 * take files know no `system-ui`.
 */
const FONTS = "'Noto Sans','Segoe UI','Helvetica Neue','Hiragino Sans'," +
  "'Noto Sans CJK JP','Noto Sans JP','Yu Gothic',Meiryo,'DejaVu Sans',sans-serif";

const STYLE = new Markup(
  `<style>.kobai-figure{${declarations(LIGHT)};max-width:100%;height:auto}` +
    "@media screen and (prefers-color-scheme:dark){" +
    `.kobai-figure{${declarations(DARK)}}}</style>`,
);

const HEADING = { size: 16, bold: true, height: 36 };

/** The drawing as an `<svg>` element, which is a file too. */
export function framed(drawing: Drawing, frame: Frame): Markup {
  const { id, title, description, language, place, heading } = frame;
  const { ink, paper } = paletteOf(place);
  const name = title[language];
  const top = heading ? HEADING.height : 0;
  const width = Math.ceil(
    Math.max(drawing.width, heading ? textWidth(name, HEADING) + 16 : 0),
  );
  const height = Math.ceil(drawing.height + top);
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="kobai-figure" lang="${language}" role="img" aria-labelledby="${id}-title ${id}-description" viewBox="0 ${-top} ${width} ${height}" width="${width}" height="${height}" font-size="${FONT_SIZE}" font-family="${new Markup(
    FONTS,
  )}" fill="${ink}">
<title id="${id}-title">${name}</title>
<desc id="${id}-description">${description[language]}</desc>
${
    place === "page"
      ? STYLE
      : ""
  }<rect y="${-top}" width="${width}" height="${height}" fill="${paper}"/>
${
    heading
      ? drawText({ text: name, x: 8, y: 20 - top, ...HEADING })
      : ""
  }${drawing.content}
</svg>`;
}
