/// <reference lib="dom" />
/**
 * Opens pages in a browser, uses everything in them, and prints what was to be
 * seen: a process of its own, because a test may start Deno and no browser.
 *
 * deno run -A tests/browser/_page_session.ts BROWSER FOLDER
 *
 * The folder has lesson.ja.html and lesson.en.html, cells.json with the numbers
 * of the cells to use, and two tables, good.csv and bad.csv. Prints one JSON
 * object.
 */
import axe from "axe-core";
import { isLong } from "../_support/how_many.ts";
import {
  type ElementHandle,
  openFile,
  type Page,
  setViewport,
  startBrowser,
  until,
  type View,
} from "../_support/drive_browser.ts";
import {
  type CellsUsed,
  scrollersAreStops,
  useCells,
} from "./_cells_session.ts";
import { type EssaysUsed, useEssays } from "./_essays_session.ts";
import { type NineUsed, useNine } from "./_nine_session.ts";
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
  /** The order in which the tab key reaches the figure's controls. */
  readonly tabs: readonly string[];
  /** Controls that had the focus while something hid them. */
  readonly hidden: readonly string[];
  /** Cells, after a reader typed into them. */
  readonly cells: CellsUsed;
  /** The figure of the essays, after each thing that a reader did. */
  readonly essays: EssaysUsed;
  /** The exercises at its end. */
  readonly nine: NineUsed;
  /** What the contents mark when a cell is scrolled to, and that cell. */
  readonly marked: readonly [link: string, cell: string];
  /** Boxes that the tab key should reach and does not, or the reverse. */
  readonly wrongStops: readonly string[];
  /** How often a live region spoke during a run, and after it. */
  readonly spoken: { readonly during: number; readonly after: string };
  /** What axe finds, by page. */
  readonly violations?: Readonly<Record<string, readonly string[]>>;
  /** How wide each page is, by the window's width. */
  readonly widths?: Readonly<Record<string, number>>;
  /** The page without scripts. */
  readonly withoutScript?: {
    readonly notice: string;
    readonly reading: Reading;
    readonly enabled: number;
  };
  /**
   * The weight that a finger set, in a small window, and whether the loss was
   * in sight.
   */
  readonly touched?: {
    readonly reading: Reading;
    readonly lossInSight: boolean;
    /** After a finger went upwards, beginning on that weight. */
    readonly swiped: Reading;
    readonly scrolledBy: number;
  };
  /** On paper. */
  readonly printed?: { readonly buttons: number; readonly loss: boolean };
  /** Whether a bar is seen where colours are forced. */
  readonly barIsSeen?: boolean;
}

const fields = ["w11", "w12", "w13", "w21", "w22", "w23", "x1", "x2"];

async function use(page: Page): Promise<Done[]> {
  const done: Done[] = [];
  const note = async (action: string): Promise<void> => {
    done.push({ action, reading: await readFigure(page) });
  };
  const field = (name: string) => one(page, `#live-${name}`);
  const button = (action: string) => one(page, `#live [data-action=${action}]`);
  const slider = async (name: string) => {
    const [attribute, place] = await (await field(name)).evaluate((input) =>
      Object.entries((input as HTMLElement).dataset)[0]!
    );
    const range = `input[type=range][data-${attribute}="${place}"]`;
    return one(page, `#live ${range}`);
  };
  await note("start");
  for (const [i, name] of fields.entries()) {
    const value = (-1.3 + 0.37 * i).toFixed(2);
    await fill(await field(name), value);
    await note(`type ${name} ${value}`);
  }
  for (const name of fields) {
    await (await slider(name)).press("ArrowRight");
    await note(`slide ${name} ArrowRight`);
  }
  await (await slider("w12")).press("Home");
  await note("slide w12 Home");
  for (const target of [0, 1, 2]) {
    await (await one(page, `#live [data-target="${target}"]`)).click();
    await note(`target ${target}`);
  }
  await (await button("step")).click();
  await note("step");
  await fill(await field("rate"), "0.5");
  await note("type rate 0.5");
  await (await button("step")).press("Enter");
  await note("step");
  await (await slider("rate")).press("ArrowLeft");
  await note("slide rate ArrowLeft");
  await (await button("step")).press(" ");
  await note("step");
  for (const [text, plain] of [["−１２０", "-120"], ["1e-1", "0.1"]]) {
    await fill(await field("x1"), text!);
    await note(`type x1 ${plain}`);
  }
  for (const text of ["", "five"]) {
    await fill(await field("w21"), text);
    await note("unread w21");
  }
  await (await field("w21")).evaluate((input) => (input as HTMLElement).blur());
  await note("leave w21");
  await (await button("play")).click();
  await until(async () => (await readFigure(page)).path.length >= 7);
  await (await button("play")).click();
  await note("play");
  for (const during of [false, true]) {
    if (during) await (await button("play")).click();
    await (await button("reset")).click();
    await note("reset");
  }
  const weight = await slider("w23");
  await weight.scrollIntoView();
  const box = (await weight.boundingBox())!;
  const y = box.y + box.height / 2, way = box.width - 24;
  await page.mouse.move(box.x + 12 + way * (4 - 0.3536039) / 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + 12 + way * 0.75, y, { steps: 4 });
  await page.mouse.up();
  await note("drag w23 2");
  return done;
}

/** The element that a selector finds. */
async function one(page: Page, selector: string): Promise<ElementHandle> {
  const element = await page.$(selector);
  if (element === null) throw new RangeError(`nothing is ${selector}`);
  return element;
}

/** Types a text in the place of what stands in a field. */
async function fill(field: ElementHandle, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((input) => (input as HTMLInputElement).select());
  await field.press("Backspace");
  if (text !== "") await field.type(text);
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

/** A look at a page: 320×180 is a window of 1280×720 magnified to 400 %. */
interface Look {
  readonly language: "ja" | "en";
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

/** Every look. */
const LOOKS: readonly Look[] = [[360, 640], [1280, 800], [320, 640], [320, 180]]
  .flatMap(([width, height]) =>
    (["ja", "en"] as const).flatMap((language) =>
      (["light", "dark"] as const).map((colorScheme) => ({
        language,
        width: width!,
        height: height!,
        colorScheme,
      }))
    )
  );
/** Axe takes its time, so it sees one of them if all are not wanted. */
const SEEN = isLong ? LOOKS : [LOOKS[1]!];

/** Looks at the pages as wholes. */
async function look(
  open: Open,
): Promise<Required<Pick<Session, "violations" | "widths">>> {
  const found: Record<string, string[]> = {};
  const widths: Record<string, number> = {};
  for (const one of new Set([...SEEN, LOOKS[6]!])) {
    const { language, ...view } = one;
    const page = await open(language, view);
    const name = `${language} ${view.width}×${view.height} ${view.colorScheme}`;
    widths[name] = await page.evaluate(() =>
      document.documentElement.scrollWidth
    );
    await page.$$eval("details", (parts) => {
      for (const part of parts) part.open = true;
    });
    // The fields in which inputs are changed are made when a fold is opened.
    await page.waitForSelector("[data-input]");
    if (SEEN.includes(one)) found[name] = await violations(page);
    await page.browserContext().close();
  }
  return { violations: found, widths };
}

async function readWithoutScript(
  open: Open,
): Promise<Required<Session>["withoutScript"]> {
  const page = await open("en", { javaScript: false });
  return {
    notice: await page.$eval(
      "#live .live-missing",
      (notice) => (notice as HTMLElement).innerText,
    ),
    reading: await readFigure(page),
    enabled: (await page.$$("#live :is(input, button):enabled")).length,
  };
}

/** In a window of 1280×720 that is magnified to 400 %. */
async function goByTab(
  page: Page,
): Promise<Pick<Session, "tabs" | "hidden">> {
  await setViewport(page, { width: 320, height: 180 });
  await (await one(page, "#live-x1")).focus();
  const tabs: string[] = [], hidden: string[] = [];
  for (let i = 0; i < 24; i++) {
    tabs.push(
      await page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement;
        return JSON.stringify({ ...at.dataset }) + at.type;
      }),
    );
    // A browser may take a moment to scroll to what has the focus.
    let hides: string | undefined;
    for (let tries = 0; tries < 200; tries++) {
      hides = await page.evaluate(() => {
        const at = document.activeElement!;
        const { x, y, width, height } = at.getClientRects()[0]!;
        const top = document.elementFromPoint(x + width / 2, y + height / 2);
        return top === at || at.contains(top)
          ? undefined
          : `${at.outerHTML} at ${y} below ${top?.outerHTML.slice(0, 80)}`;
      });
      if (hides === undefined) break;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    if (hides !== undefined) hidden.push(hides);
    await page.keyboard.press("Tab");
  }
  return { tabs, hidden };
}

/** Cells, and what is read aloud while the figure plays. */
async function change(
  page: Page,
  folder: string,
): Promise<
  Pick<Session, "cells" | "essays" | "wrongStops" | "spoken" | "marked">
> {
  const numbers = JSON.parse(Deno.readTextFileSync(`${folder}/cells.json`));
  const cells = await useCells(page, numbers);
  const essays = await useEssays(page, folder);
  const wrongStops = await scrollersAreStops(page);
  // What the other figure has still to say is said.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const regions = "[role=status], [aria-live], output, [role=alert]";
  await page.evaluate((regions) => {
    const spoken: string[] = [];
    Object.assign(globalThis, { spoken });
    for (const region of document.querySelectorAll(regions)) {
      new MutationObserver(() => spoken.push(region.textContent ?? ""))
        .observe(region, { childList: true, subtree: true });
    }
  }, regions);
  const spoken = () =>
    page.evaluate(() => (globalThis as unknown as { spoken: string[] }).spoken);
  const play = await one(page, "#live [data-action=play]");
  await play.click();
  await until(async () => (await readFigure(page)).path.length >= 9);
  const during = (await spoken()).length;
  await play.click();
  await until(async () => (await spoken()).length > during);
  const after = (await spoken()).slice(during).join();
  const cell = await page.evaluate(() => {
    const cell = document.querySelectorAll(".cell")[4]!;
    cell.scrollIntoView();
    return `#${cell.id}`;
  });
  const mark = () =>
    page.$$eval(
      "nav [aria-current]",
      (links) => links.map((link) => link.getAttribute("href")).join(),
    );
  await until(async () => await mark() === cell);
  return {
    cells,
    essays,
    wrongStops,
    spoken: { during, after },
    marked: [await mark(), cell],
  };
}

async function touch(open: Open): Promise<Required<Session>["touched"]> {
  const small = { width: 360, height: 640, hasTouch: true, isMobile: true };
  const page = await open("ja", small);
  const weight = `#live input[type=range][data-weight="0,0"]`;
  const finger = await one(page, weight);
  await finger.scrollIntoView();
  const box = (await finger.boundingBox())!;
  await page.touchscreen.tap(
    box.x + 12 + (box.width - 24) * 0.25,
    box.y + box.height / 2,
  );
  const loss = (await (await one(page, "[data-loss]")).boundingBox())!;
  const reading = await readFigure(page);
  const scrolled = () => page.evaluate(() => scrollY);
  const before = await scrolled();
  const [x, y] = [box.x + box.width * 0.75, box.y + box.height / 2];
  const swipe = await page.touchscreen.touchStart(x, y);
  for (let way = 20; way <= 160; way += 20) await swipe.move(x, y - way);
  await swipe.end();
  return {
    reading,
    lossInSight: loss.y >= 0 && loss.y + loss.height <= small.height,
    swiped: await readFigure(page),
    scrolledBy: await scrolled() - before,
  };
}

async function forceColors(page: Page): Promise<boolean> {
  const driver = await page.createCDPSession();
  await driver.send("Emulation.setEmulatedMedia", {
    media: "screen",
    features: [{ name: "forced-colors", value: "active" }],
  });
  return await page.$eval("#live [data-bar]", (bar) => {
    const color = (element: Element) =>
      getComputedStyle(element).backgroundColor;
    return matchMedia("(forced-colors: active)").matches &&
      color(bar) !== color(bar.parentElement!);
  });
}

async function print(page: Page): Promise<Required<Session>["printed"]> {
  await page.emulateMediaType("print");
  const shown = await page.$$eval(
    "#live button, [data-loss]",
    (elements) =>
      elements.filter((element) => element.checkVisibility())
        .map(({ localName }) => localName),
  );
  return {
    buttons: shown.filter((name) => name === "button").length,
    loss: shown.some((name) => name !== "button"),
  };
}

/** Opens the page in a language. */
type Open = (language: "ja" | "en", view?: View) => Promise<Page>;

async function main(executable: string, folder: string): Promise<Session> {
  const browser = await startBrowser(executable);
  const problems: string[] = [];
  const open: Open = (language, view) =>
    openFile(browser, `${folder}/lesson.${language}.html`, problems, view);
  try {
    const figure = await open("ja", { height: 900 });
    const used = await use(figure), tabs = await goByTab(figure);
    // A page behind another one hardly runs.
    await figure.browserContext().close();
    const cells = await open("en", { width: 500 });
    const changed = await change(cells, folder);
    const nine = await useNine(cells);
    const both = { problems, used, ...tabs, ...changed, nine };
    // What Firefox lets no driver do is looked at in Chromium alone.
    if (executable.includes("firefox")) return both;
    return {
      ...both,
      ...await look(open),
      withoutScript: await readWithoutScript(open),
      touched: await touch(open),
      printed: await print(cells),
      barIsSeen: await forceColors(cells),
    };
  } finally {
    await browser.close();
  }
}

if (import.meta.main) {
  const [executable = "", folder = ""] = Deno.args;
  console.log(JSON.stringify(await main(executable, folder)));
}
