/**
 * Pictures as a program draws them that knows no style sheets of a page.
 *
 * @module
 */
import { assertEquals } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { runDeno } from "./deno_process.ts";
import { temporaryFolder } from "./files.ts";
import { programPath } from "./permission.ts";
import { type Pixels, pixelsOf } from "./png.ts";

/**
 * Draws an SVG file. Only for tests that need "run", "read", "write" and
 * "rsvg".
 *
 * @param svg The file's text.
 * @param zoom How many pixels a unit of the picture is wide.
 * @returns Its pixels.
 */
export async function drawnByRsvg(svg: string, zoom = 1): Promise<Pixels> {
  using folder = temporaryFolder();
  const png = `${folder.path}picture.png`;
  const { code, stderr } = await runDeno([
    ...["run", "--no-prompt", "--allow-run"],
    "tests/_support/rsvg_process.ts",
    ...[programPath("rsvg"), folder.file("picture.svg", svg), png],
    String(zoom),
  ], { cwd: CHECKOUT });
  assertEquals([code, stderr], [0, ""]);
  return await pixelsOf(Deno.readFileSync(png));
}
