/**
 * Draws an SVG file with `rsvg-convert`: a process of its own, because a test
 * may start Deno and no other program.
 *
 * deno run --allow-run tests/_support/rsvg_process.ts RSVG SVG PNG ZOOM
 */
const [rsvg = "", svg = "", png = "", zoom = "1"] = Deno.args;
const { success } = await new Deno.Command(rsvg, {
  args: ["--zoom", zoom, svg, "--output", png],
  stdin: "null",
}).output();
if (!success) Deno.exit(1);
