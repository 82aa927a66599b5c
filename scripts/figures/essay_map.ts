/** The map of two features: which band is predicted where, and the essays. */
import { joinTexts, message, type Text } from "../cli/message.ts";
import {
  ABOVE_AXES,
  BELOW_AXES,
  drawAxes,
  placesIn,
  roomForTicks,
} from "./axes.ts";
import type { Drawing, Reader } from "./frame.ts";
import { drawOnPlate, drawText, LINE_HEIGHT } from "./placed_text.ts";
import { areaNames, drawArea } from "./map_areas.ts";
import { type Markup, markup } from "./markup.ts";
import { signColor } from "./palette.ts";
import type { EssayMapPicture } from "./picture.ts";
import { linearScale } from "./scale.ts";
import { signAt } from "./signs.ts";
import { shortened, textWidth } from "./text_width.ts";

export { gridFor } from "./grid.ts";

/** What a model says of essays and of all that could stand beside them. */
export interface EssayMap extends
  Pick<
    EssayMapPicture,
    "bands" | "axes" | "essays" | "grid" | "probabilities"
  > {
  /** What else was held still, for models of more than two features. */
  readonly remark?: Text;
}

const TITLE: Text = {
  ja: "どこがどのバンドと予測されるか",
  en: "Which band is predicted where",
};
const DESCRIPTION = message({
  ja:
    "横軸は {x}、縦軸は {y}。面は予測されるバンド、印は {count} 編の作文と、人がつけたバンド。",
  en:
    "{x} from left to right, {y} upwards. Areas are predicted bands, signs are {count} essays with the band that people gave.",
});
const SOME = message({
  ja: "{count} 編のうち {shown} 編を描いています。",
  en: "{shown} of {count} essays are drawn.",
});
const LEGEND: Text = { ja: "人がつけたバンド", en: "band given by people" };

const WIDTH = 640, HEIGHT = 400;
/** More signs than this cover each other. */
const MOST_SIGNS = 2000;

/** The map's picture; of very many essays it shows some. */
export function essayMap(map: EssayMap): EssayMapPicture {
  const { bands, axes, grid, probabilities, essays } = map;
  const every = Math.ceil(essays.length / MOST_SIGNS);
  const shown = essays.filter((_, i) => i % every === 0);
  const remark = joinTexts([
    ...map.remark === undefined ? [] : [map.remark],
    ...every > 1 ? [SOME({ shown: shown.length, count: essays.length })] : [],
  ], { ja: "", en: " " });
  const [x, y] = axes;
  const description = DESCRIPTION({ x, y, count: essays.length });
  return {
    kind: "essay map",
    title: TITLE,
    description: remark.en === ""
      ? description
      : joinTexts([description, remark], { ja: " ", en: " " }),
    bands,
    axes,
    grid,
    probabilities,
    essays: shown,
    remark,
  };
}

/**
 * Draws the map: an area for each band, lighter to darker from the first to the
 * last, with its name in it; and a sign for each essay, by the band that people
 * gave.
 */
export function drawEssayMap(
  map: EssayMapPicture,
  { language, palette }: Reader,
): Drawing {
  const { bands, grid, axes, essays } = map;
  const remark = map.remark[language];
  const x = linearScale(grid.x, 8), y = linearScale(grid.y, 8);
  const left = roomForTicks(y);
  const width = left + WIDTH + 20;
  const legend = drawLegend(bands, LEGEND[language], width, palette.ink);
  const top = legend.height + ABOVE_AXES;
  const box = { left, right: left + WIDTH, top, bottom: top + HEIGHT };
  const at = placesIn(box, x, y);
  const radius = essays.length > 300 ? 2.6 : 3.6;
  const content = markup`${legend.content}
<g class="areas" stroke="${palette.ink}" stroke-linejoin="round">${
    bands.map((_, band) => drawArea(map, band, box))
  }</g>
<g class="essays" stroke="${palette.ink}" stroke-width="0.7">${
    essays.map(({ x, y, band }) =>
      markup`<path d="${signAt(band, at.x(x), at.y(y), radius)}" fill="${
        signColor(band, bands.length)
      }"/>`
    )
  }</g>
${
    areaNames(map, box, at, language).map((placed) =>
      drawOnPlate(placed, palette.paper)
    )
  }
${
    drawAxes(box, {
      x: { scale: x, label: axes[0] },
      y: { scale: y, label: axes[1], labelAt: legend.height + 13 },
      grid: false,
    }, palette)
  }${
    remark === "" ? "" : drawText({
      text: shortened(remark, width - 16),
      x: 8,
      y: box.bottom + BELOW_AXES + 10,
    })
  }`;
  return {
    width,
    height: box.bottom + BELOW_AXES + (remark === "" ? 0 : 22),
    content,
  };
}

/**
 * The signs and their meaning, from left to right, in as many rows as they
 * need.
 */
function drawLegend(
  bands: readonly string[],
  heading: string,
  width: number,
  ink: string,
): { content: Markup; height: number } {
  let x = 8 + textWidth(heading) + 20, y = 12;
  const signs: Markup[] = [];
  for (const [band, name] of bands.entries()) {
    const text = shortened(name, 150);
    const end = x + 12 + textWidth(text);
    if (end > width - 8 && x > 8) [x, y] = [14, y + LINE_HEIGHT + 3];
    signs.push(
      markup`<path d="${signAt(band, x, y, 4)}" fill="${
        signColor(band, bands.length)
      }" stroke="${ink}"/>${drawText({ text, x: x + 12, y })}`,
    );
    x += 12 + textWidth(text) + 22;
  }
  return {
    content: markup`${drawText({ text: heading, x: 8, y: 12 })}${signs}`,
    height: y + 16,
  };
}
