/**
 * What every picture is wrapped in: a title and a description for those who do not see it, and
 * colours for light and dark, screen and paper. The picture is the same inside a page and as a file.
 */
import type { Language, Text } from "../cli/command_line.ts";
import { Markup, markup } from "./markup.ts";

/** A drawing and its size, in units that are pixels where there is room. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly content: Markup;
}

/** The size of letters in a picture. */
export const fontSize = 13;

// Paper first, so that nothing is drawn white on white where a file is opened by itself.
const style = new Markup(`
.kobai-figure{--figure-ink:#22262e;--figure-soft:#626975;--figure-paper:#ffffff;--figure-a:#1f5fa8;
--figure-b:#b3401c;--figure-c:#2b7a4b;--figure-d:#7a4fa3;color:var(--figure-ink);
background:var(--figure-paper);max-width:100%;height:auto;
font-family:"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic",Meiryo,system-ui,sans-serif}
@media screen and (prefers-color-scheme:dark){.kobai-figure{--figure-ink:#e8e6e1;
--figure-soft:#a2a8b3;--figure-paper:#1b1f26;--figure-a:#86b8f5;--figure-b:#ff9b78;
--figure-c:#7fd0a0;--figure-d:#c9a6ee}}
.kobai-figure text{fill:var(--figure-ink)}
.kobai-figure .halo{paint-order:stroke;stroke:var(--figure-paper);stroke-width:5px;stroke-linejoin:round}
.kobai-figure .soft,.kobai-figure .soft text{fill:var(--figure-soft)}
.kobai-figure .math{font-family:"STIX Two Text","Cambria","Latin Modern Roman","Times New Roman",serif;font-style:italic}
`.replaceAll("\n", ""));

/**
 * A picture as a whole.
 *
 * @param drawing What is drawn.
 * @param id A name that no other picture of the same page has.
 * @param title Its name.
 * @param description What there is to see.
 * @param language The language of both.
 * @returns An `<svg>` element, which is a file too.
 */
export function framed(
  { width, height, content }: Drawing,
  id: string,
  title: Text,
  description: Text,
  language: Language,
): Markup {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" class="kobai-figure" lang="${language}"
 role="img" aria-labelledby="${id}-title ${id}-description" viewBox="0 0 ${width} ${height}"
 width="${width}" height="${height}" font-size="${fontSize}">
<title id="${id}-title">${title[language]}</title>
<desc id="${id}-description">${description[language]}</desc>
<style>${style}</style>
${content}
</svg>`;
}
