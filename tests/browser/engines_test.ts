/**
 * One bundle of everything that `mod.ts` exports, in every engine there is: the
 * same bits, and the lecture's numbers.
 */
import { assertEquals } from "@std/assert";
import * as kobai from "kobai";
import golden from "../golden/notebook_cells.json" with { type: "json" };
import { BROWSERS, inBrowser } from "../_support/browser.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { assertClose, type Numbers } from "../_support/close.ts";
import { runDeno } from "../_support/deno_process.ts";
import type { Told } from "../_support/every_export.ts";
import { needs, programPath } from "../_support/permission.ts";

async function output(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runDeno(args, { cwd: CHECKOUT });
  assertEquals([code, stderr], [0, ""]);
  return stdout;
}

interface Bundle {
  readonly script: string;
  readonly page: string;
  /** A page that forbids compiling, and says whether it does. */
  readonly strict: string;
  /** What it tells in Deno. */
  readonly told: Told;
}

/** No policy for scripts that does not name it lets WebAssembly be compiled. */
const FORBIDDING =
  `<meta http-equiv="Content-Security-Policy" content="script-src 'unsafe-inline'">
<script>
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch {
    document.documentElement.lang = "compiles-nothing";
  }
</script>`;

let made: Promise<Bundle> | undefined;

/** The bundle, alone and in a page; it is made once. */
function bundle(): Promise<Bundle> {
  made ??= (async () => {
    const folder = await Deno.makeTempDir();
    const script = `${folder}/every_export.mjs`, page = `${folder}/page.html`;
    const strict = `${folder}/strict.html`;
    await output(
      ...["bundle", "-q", "--platform", "browser", "-o", script],
      "tests/_support/every_export.ts",
    );
    const text = (await Deno.readTextFile(script))
      .replaceAll("</script", "<\\/script");
    const start = '<!doctype html><meta charset="utf-8"><title></title>';
    const shown = `<script type="module">${text}</script>`;
    await Deno.writeTextFile(page, start + shown);
    await Deno.writeTextFile(strict, start + FORBIDDING + shown);
    const told = JSON.parse(await output("run", "--no-config", script));
    return { script, page, strict, told };
  })();
  return made;
}

/** Requires the bits of Deno, naming every function that has others. */
async function assertSameBits(told: Told): Promise<void> {
  const { hashes } = (await bundle()).told;
  const names = Object.keys(hashes);
  assertEquals(Object.keys(told.hashes), names);
  assertEquals(names.filter((name) => told.hashes[name] !== hashes[name]), []);
  assertLecture(told);
}

function assertLecture({ lecture }: Told): void {
  const exact = (id: string) =>
    golden.cells.find((cell) => cell.id === id)?.expected_exact as Numbers;
  const near = { rtol: 0, atol: 1e-10 };
  assertEquals(lecture.loss, exact("Out9-loss-right"));
  assertClose(lecture.measured, exact("Out12-gradient-right"), near);
  assertClose(lecture.computed, exact("gradient-closed-form"), near);
}

Deno.test(
  "everything that mod.ts exports computes something in a bundle",
  needs("run", "read", "write"),
  async () => {
    const { told } = await bundle();
    assertEquals(Object.keys(told.hashes).sort(), Object.keys(kobai).sort());
    assertLecture(told);
  },
);

Deno.test(
  "a bundle of mod.ts gives the same bits in Node [node]",
  needs("run", "read", "write", "node"),
  async () => {
    const { script } = await bundle();
    await assertSameBits(JSON.parse(
      await output(
        ...["run", "--allow-run", "tests/_support/in_program.ts"],
        ...[programPath("node"), script],
      ),
    ));
  },
);

for (const browser of BROWSERS) {
  Deno.test(
    `a bundle of mod.ts gives the same bits in pages from disk [${browser}]`,
    needs("run", "read", "write", browser),
    async () => {
      const { page, strict } = await bundle();
      const pages = await inBrowser(
        [{ path: page }, { path: strict }],
        browser,
      );
      assertEquals(
        pages.map((page) => page.includes('lang="compiles-nothing"')),
        [false, true],
      );
      for (const page of pages) {
        const [, title = ""] = /<title>(.*)<\/title>/.exec(page) ?? [];
        await assertSameBits(JSON.parse(title));
      }
    },
  );
}
