/// <reference lib="dom" />
/** What a reader does with the inputs of cells, and what is to be seen. */
import { type Page, until } from "../_support/drive_browser.ts";

/** What a cell shows. */
export interface CellReading {
  readonly isChanged: boolean;
  readonly inputs: string;
  readonly values: readonly string[];
  readonly comparisons: readonly string[];
  /** The words and numbers of its picture. */
  readonly picture: string;
  readonly faults: readonly string[];
  readonly note: string;
  /** Whether what stood there at first stands there, letter by letter. */
  readonly isAsAtFirst: boolean;
}

/** Which cells to use: `4.2.1-02`. */
export interface CellNumbers {
  /** Inputs x = (2, 3) and w, of which it shows the product and a picture. */
  readonly sum: string;
  /** The input `shown`, of at most 1000. */
  readonly rates: string;
  /** An exercise with the input `delta`. */
  readonly exercise: string;
  /** The input `seed`. */
  readonly seed: string;
}

/** What was done with a cell, step by step. */
export type CellsUsed = Readonly<Record<string, CellReading>>;

/** Types into cells, on a page that has just been opened. */
export async function useCells(
  page: Page,
  numbers: CellNumbers,
): Promise<CellsUsed> {
  const done: Record<string, CellReading> = {};
  const cell = async (number: string) => {
    const at = `#cell-${number.replaceAll(".", "\\.")}`;
    await page.$eval(at, (section) => {
      section.closest("details")?.setAttribute("open", "");
      const fold = section.querySelector<HTMLElement>(".answer");
      fold?.setAttribute("open", "");
      const parts = section.querySelectorAll("[data-part]");
      (section as HTMLElement).dataset.first = [...parts]
        .map((part) => part.innerHTML).join();
    });
    await page.click(`${at} .change summary`);
    const read = () => page.$eval(at, readCell);
    const type = async (input: string, text: string) => {
      const field = (await page.waitForSelector(
        `${at} [data-input="${input}"]`,
      ))!;
      const before = JSON.stringify(await read());
      // As it is pasted: a key for a line's end would be a key.
      await field.evaluate((field, text) => {
        (field as HTMLInputElement).select();
        document.execCommand("insertText", false, text);
      }, text);
      await until(async () => JSON.stringify(await read()) !== before);
      // What is refused after a moment, or computed slowly, has its time.
      await new Promise((resolve) => setTimeout(resolve, 60));
    };
    const back = () => page.click(`${at} .change button`);
    return { read, type, back };
  };

  const sum = await cell(numbers.sum);
  await sum.type("x", "５、−３");
  done["−3.5"] = await sum.read();
  await sum.type("x", "5, abc");
  done["no number"] = await sum.read();
  await sum.back();
  done["sum back"] = await sum.read();
  await sum.type("x", "1, 2, 3");
  done["three for two"] = await sum.read();
  await sum.back();
  await sum.type("w", "1e-4\t2\n3\t4\n");
  done["from a sheet"] = await sum.read();

  const rates = await cell(numbers.rates);
  await rates.type("shown", "0, 1000000000");
  done["too many steps"] = await rates.read();

  const exercise = await cell(numbers.exercise);
  await exercise.type("delta", "1");
  done.exercise = await exercise.read();

  const random = await cell(numbers.seed);
  await random.type("seed", "another");
  done.seed = await random.read();
  return done;
}

function readCell(section: Element): CellReading {
  const texts = (selector: string): string[] =>
    [...section.querySelectorAll(selector)].map((part) =>
      part.textContent ?? ""
    );
  const parts = [...section.querySelectorAll("[data-part]")];
  return {
    isChanged: section.classList.contains("changed"),
    inputs: texts("[data-part=inputs]").join(),
    values: texts("[data-part=results] .value"),
    comparisons: texts(".comparison"),
    picture: texts("[data-part=picture] text").join(" "),
    faults: texts(".change-fault").filter(Boolean),
    note: texts(".change-note").join(),
    isAsAtFirst: (section as HTMLElement).dataset.first ===
      parts.map((part) => part.innerHTML).join(),
  };
}

/** Whether the boxes that scroll, and no others, are reached by the tab key. */
export function scrollersAreStops(page: Page): Promise<string[]> {
  return page.$$eval(
    "pre, .formula",
    (boxes) =>
      boxes.filter((box) =>
        box.checkVisibility() &&
        box.scrollWidth > box.clientWidth + 1 !== box.hasAttribute("tabindex")
      ).map((box) => box.outerHTML.slice(0, 100)),
  );
}
