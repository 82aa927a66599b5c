/** Files for keeping, as a program draws them that knows no page. */
import { assert, assertEquals } from "@std/assert";
import { lecture } from "../../../scripts/cells/lesson.ts";
import { drawPicture } from "../../../scripts/figures/draw.ts";
import { pictureOf } from "../../../scripts/lesson/picture.ts";
import { runCell } from "../../../scripts/lesson/run.ts";
import { elementsOf } from "../../_support/markup.ts";
import { needs } from "../../_support/permission.ts";
import { drawnByRsvg } from "../../_support/rsvg.ts";

/** What the colours of a picture on paper are to be. */
const INK = "#22262e", PAPER = "#ffffff";
const BLUE = "#1f5fa8", VERMILION = "#b3401c", GREEN = "#2b7a4b";

/** What each picture must show besides ink on paper. */
const MEANT: Record<string, string[]> = {
  network_of_three_layers: [BLUE, VERMILION],
  weighted_sum: [BLUE],
  scoring_model: [BLUE, VERMILION],
  predict: [BLUE, VERMILION],
  choosing_h: [BLUE],
  learning_rates: [BLUE, VERMILION, GREEN],
};

for (const [name, meant] of Object.entries(MEANT)) {
  Deno.test(
    `the file of ${name} has its colours when rsvg-convert draws it [rsvg]`,
    needs("run", "read", "write", "rsvg"),
    async () => {
      const cell = lecture.find((cell) => cell.name.endsWith(name))!;
      const picture = pictureOf(runCell(cell))!;
      const svg = `${drawPicture(picture, "a", "ja", { place: "file" })}`;
      const zoom = 2; // so that thin lines have a pixel of their own colour
      const pixels = await drawnByRsvg(svg, zoom);
      const counts = pixels.colors();
      const share = (color: string): number =>
        (counts.get(color) ?? 0) / (pixels.width * pixels.height);
      assert(share(PAPER) > 0.8, `paper: ${share(PAPER)}`);
      assert(share(INK) > 0.001, `ink: ${share(INK)}`);
      assertEquals(share("#000000"), 0);
      for (const color of [BLUE, VERMILION, GREEN]) {
        const found = counts.get(color) ?? 0;
        if (meant.includes(color)) assert(found > 60, `${color}: ${found}`);
        else assertEquals(found, 0, color);
      }
      // A unit is a ring of ink around paper, a point of a curve a disc.
      for (const { tag, attributes } of elementsOf(svg)) {
        if (tag !== "circle") continue;
        const [x, y, r] = ["cx", "cy", "r"].map((key) =>
          Number(attributes[key])
        ) as [number, number, number];
        const expected = picture.kind === "network" ? PAPER : BLUE;
        const inside = y - (r > 9 ? 0.75 * r : 0); // above the letters
        assertEquals(pixels.at(zoom * x, zoom * inside), expected);
      }
    },
  );
}
