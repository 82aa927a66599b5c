/// <reference lib="dom" />
/**
 * Opens pages in a browser, uses everything in them, and prints what was to be seen: a process of its
 * own, because a test may start Deno and no browser.
 *
 * deno run -A tests/browser/_page_session.ts CHROMIUM FOLDER
 *
 * The folder has lesson.ja.html and lesson.en.html. Prints one JSON object.
 */
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { openFile, startBrowser } from "./_browser.ts";
import { readFigure, type Reading } from "./_reading.ts";

/** What was done, and what was to be seen afterwards. */
export interface Done {
  readonly action: string;
  readonly reading: Reading;
}

/** Everything that was seen. */
export interface Session {
  /** Messages, errors and requests of all pages. */
  readonly problems: readonly string[];
  /** The figure used with mouse and keyboard, from its start. */
  readonly used: readonly Done[];
  /** What axe finds, by page. */
  readonly violations: Readonly<Record<string, readonly string[]>>;
  /** How wide each page is, by the window's width. */
  readonly widths: Readonly<Record<string, number>>;
  /** The page without scripts. */
  readonly withoutScript: {
    readonly notice: string;
    readonly reading: Reading;
    readonly enabled: number;
  };
  /** The order in which the tab key reaches the figure's controls. */
  readonly tabs: readonly string[];
  /** The weight that a finger set, in a small window, and whether the loss was in sight. */
  readonly touched: {
    readonly reading: Reading;
    readonly lossInSight: boolean;
  };
  /** On paper. */
  readonly printed: { readonly buttons: number; readonly loss: boolean };
}

const fields = ["w11", "w12", "w13", "w21", "w22", "w23", "x1", "x2"];

async function use(
  browser: Browser,
  file: string,
  problems: string[],
): Promise<Done[]> {
  const page = await openFile(browser, file, problems, {
    viewport: { width: 1280, height: 900 },
  });
  const done: Done[] = [];
  const note = async (action: string): Promise<void> => {
    done.push({ action, reading: await readFigure(page) });
  };
  const field = (name: string) => page.locator(`#live-${name}`);
  const slider = async (name: string) => {
    const [attribute, place] = await field(name).evaluate((input) =>
      Object.entries((input as HTMLElement).dataset)[0]!
    );
    return page.locator(
      `#live input[type=range][data-${attribute}="${place}"]`,
    );
  };
  const press = (action: string) =>
    page.locator(`#live [data-action=${action}]`);
  await note("start");
  for (const [i, name] of fields.entries()) {
    const value = (-1.3 + 0.37 * i).toFixed(2);
    await field(name).fill(value);
    await note(`type ${name} ${value}`);
  }
  for (const name of fields) {
    await (await slider(name)).press("ArrowRight");
    await note(`slide ${name} ArrowRight`);
  }
  await (await slider("w12")).press("Home");
  await note("slide w12 Home");
  for (const target of [0, 1, 2]) {
    await page.locator(`#live [data-target="${target}"]`).check();
    await note(`target ${target}`);
  }
  await press("step").click();
  await note("step");
  await field("rate").fill("0.5");
  await note("type rate 0.5");
  await press("step").press("Enter");
  await note("step");
  await (await slider("rate")).press("ArrowLeft");
  await note("slide rate ArrowLeft");
  await press("step").press("Space");
  await note("step");
  await field("w21").fill("");
  await note("empty w21");
  await field("w21").blur();
  await note("leave w21");
  await press("play").click();
  while ((await readFigure(page)).path.length < 7) {
    await page.waitForTimeout(50);
  }
  await press("play").click();
  await note("play");
  await press("reset").click();
  await note("reset");
  const box = (await (await slider("w23")).boundingBox())!;
  const y = box.y + box.height / 2, way = box.width - 24;
  await page.mouse.move(box.x + 12 + way * (4 - 0.3536039) / 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 12 + way * 0.75, y, { steps: 4 });
  await page.mouse.up();
  await note("drag w23 2");
  await page.context().close();
  return done;
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(
    "axe.run({ resultTypes: ['violations'] })",
  ) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)
  );
}

async function main(executable: string, folder: string): Promise<Session> {
  const browser = await startBrowser(executable);
  const problems: string[] = [];
  const fileOf = (language: string): string =>
    `${folder}/lesson.${language}.html`;
  try {
    const found: Record<string, string[]> = {},
      widths: Record<string, number> = {};
    await Promise.all(
      // Each language, width and scheme once: axe takes its time.
      [["ja", 360, "light"], ["en", 1280, "dark"]]
        .map(async ([language, width, colorScheme]) => {
          const page = await openFile(
            browser,
            fileOf(`${language}`),
            problems,
            {
              viewport: { width: Number(width), height: 800 },
              colorScheme: colorScheme as "light" | "dark",
            },
          );
          const name = `${language} ${width} ${colorScheme}`;
          widths[name] = await page.evaluate(
            "document.documentElement.scrollWidth",
          );
          await page.evaluate(
            "for (const part of document.querySelectorAll('details')) part.open = true",
          );
          found[name] = await violations(page);
          await page.context().close();
        }),
    );
    const used = await use(browser, fileOf("ja"), problems);

    const still = await openFile(browser, fileOf("en"), problems, {
      javaScriptEnabled: false,
    });
    const withoutScript = {
      notice: await still.locator("#live .live-missing").innerText(),
      reading: await readFigure(still),
      enabled: await still.locator("#live :is(input, button):enabled").count(),
    };

    const keyed = await openFile(browser, fileOf("ja"), problems);
    await keyed.locator("#live-x1").focus();
    const tabs: string[] = [];
    for (let i = 0; i < 24; i++) {
      tabs.push(
        await keyed.evaluate(
          "JSON.stringify({ ...document.activeElement.dataset }) + document.activeElement.type",
        ),
      );
      await keyed.keyboard.press("Tab");
    }

    const small = await openFile(browser, fileOf("ja"), problems, {
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    const finger = small.locator(`#live input[type=range][data-weight="0,0"]`);
    await finger.scrollIntoViewIfNeeded();
    const box = (await finger.boundingBox())!;
    await small.touchscreen.tap(
      box.x + 12 + (box.width - 24) * 0.25,
      box.y + box.height / 2,
    );
    const loss = (await small.locator("[data-loss]").boundingBox())!;
    const touched = {
      reading: await readFigure(small),
      lossInSight: loss.y >= 0 && loss.y + loss.height <= 640,
    };

    const paper = await openFile(browser, fileOf("ja"), problems);
    await paper.emulateMedia({ media: "print" });
    const printed = {
      buttons: await paper.locator("#live button:visible").count(),
      loss: await paper.locator("[data-loss]").isVisible(),
    };
    return {
      problems,
      used,
      violations: found,
      widths,
      withoutScript,
      tabs,
      touched,
      printed,
    };
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  const [executable = "", folder = ""] = Deno.args;
  console.log(JSON.stringify(await main(executable, folder)));
}
