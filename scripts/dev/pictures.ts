/**
 * Makes the pictures that the READMEs show, examples/pictures/*.png, anew: the
 * live figure of the page after eight steps, the essays' figure after sixty, a
 * cell of the notebook, and the map of the scorer's report. Behind it may stand
 * which of them: `page essays`.
 *
 * deno run --allow-env --allow-net=127.0.0.1 --allow-read --allow-run --allow-sys --allow-write scripts/dev/pictures.ts
 *
 * Needs chromium, jupyter-nbconvert and pngquant, as Debian calls them.
 */
import type { Language } from "../cli/message.ts";
import { mathMarkup } from "../page/formula.ts";
import { openFile, startBrowser } from "../../tests/_support/drive_browser.ts";

const OUT = "examples/pictures";
/** The cell of the notebook that is shown. */
const CELL = "4-2-4-06";

interface NotebookFile {
  cells: { id: string }[];
}

async function run(command: string, args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, {
    args: [...args],
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

const kit = (script: string, ...args: string[]): Promise<void> =>
  run(Deno.execPath(), [
    ...["run", "-A", "--unstable-bundle", `scripts/${script}.ts`],
    ...args,
  ]);

/** A page with the lecture's live figure. */
async function pageFile(folder: string, language: Language): Promise<string> {
  const file = `${folder}/page.html`;
  await kit("page", "--lang", language, "--out", file);
  return file;
}

/** A page with one cell of the notebook, its formula already set. */
async function notebookFile(
  folder: string,
  language: Language,
): Promise<string> {
  const whole = Deno.readTextFileSync(`examples/lesson.${language}.ipynb`);
  const notebook: NotebookFile = JSON.parse(whole);
  notebook.cells = notebook.cells.filter(({ id }) => id.startsWith(CELL));
  Deno.writeTextFileSync(`${folder}/cell.ipynb`, JSON.stringify(notebook));
  await run("jupyter-nbconvert", [
    ...["--to", "html", "--template", "lab", `${folder}/cell.ipynb`],
  ]);
  const html = Deno.readTextFileSync(`${folder}/cell.html`)
    .replace(/<script\b[^]*?<\/script>/g, "")
    .replace(/\$\$(.+?)\$\$/, (_, tex) => `${mathMarkup(tex)}`);
  Deno.writeTextFileSync(`${folder}/cell.html`, html);
  return `${folder}/cell.html`;
}

/** A page with the map of the scorer's report. */
async function mapFile(folder: string, language: Language): Promise<string> {
  await kit("score", ...[
    ...["train", "--lang", language, "--model", `${folder}/model.json`],
    ...["--figures", folder],
  ]);
  const svg = Deno.readTextFileSync(`${folder}/essay_map.svg`);
  const file = `${folder}/map.html`;
  Deno.writeTextFileSync(file, `<meta charset="utf-8">${svg}`);
  return file;
}

const PICTURES = {
  page: { file: pageFile, shown: "#live", width: 1100, steps: 8 },
  essays: {
    file: pageFile,
    shown: "#essays .live-board",
    width: 900,
    steps: 60,
  },
  notebook: { file: notebookFile, shown: "body", width: 920, steps: 0 },
  score: { file: mapFile, shown: "svg", width: 800, steps: 0 },
};
const wanted = Object.entries(PICTURES)
  .filter(([name]) => Deno.args.length === 0 || Deno.args.includes(name));

const browser = await startBrowser("/usr/bin/chromium");
const folder = await Deno.makeTempDir();
try {
  for (const language of ["ja", "en"] as const) {
    for (const [name, { file, shown, width, steps }] of wanted) {
      const page = await openFile(browser, await file(folder, language), [], {
        width,
        height: 900,
        colorScheme: "light",
      });
      const element = await page.waitForSelector(shown);
      for (let i = 0; i < steps; i++) {
        await element!.$eval(
          "[data-action=step]",
          (button) => (button as unknown as { click(): void }).click(),
        );
      }
      const path = `${OUT}/${name}.${language}.png` as const;
      await element!.screenshot({ path });
      // 256 colours make a third of the bytes.
      await run("pngquant", ["--force", "--strip", "--output", path, path]);
      await page.close();
    }
  }
} finally {
  await browser.close();
  await Deno.remove(folder, { recursive: true });
}
