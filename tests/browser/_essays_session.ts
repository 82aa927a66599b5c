/// <reference lib="dom" />
/** What a reader does with the essays' figure, and what is to be seen. */
import type { ElementHandle, Page } from "../_support/drive_browser.ts";
import { until } from "../_support/drive_browser.ts";

/** What the figure shows. */
export interface EssaysReading {
  readonly loss: string;
  readonly agreed: string;
  readonly counts: readonly number[];
  readonly summary: string;
  readonly one: string;
  readonly faults: readonly string[];
  readonly own: string;
  /** How many bands have their name on the map. */
  readonly areas: number;
  /** How many different colours the map has. */
  readonly colors: number;
}

/** What was done, step by step. */
export type EssaysUsed = Readonly<Record<string, EssaysReading>>;

/** Uses everything in the figure; the folder has good.csv and bad.csv. */
export async function useEssays(
  page: Page,
  folder: string,
): Promise<EssaysUsed> {
  const done: Record<string, EssaysReading> = {};
  const note = async (name: string) => {
    done[name] = await page.$eval("#essays", readEssays);
  };
  const press = (action: string) =>
    page.$eval(
      `#essays [data-action=${action}]`,
      (button) => (button as HTMLElement).click(),
    );
  const fill = (selector: string, text: string) =>
    page.$eval(`#essays ${selector}`, (field, text) => {
      (field as HTMLInputElement).select();
      document.execCommand("insertText", false, text);
    }, text);
  await note("start");
  for (let i = 0; i < 2; i++) await press("step");
  await note("two steps");
  await press("play");
  const steps = async () =>
    Number((await page.$eval("#essays", readEssays)).summary.match(/\d+/)![0]);
  await until(async () => await steps() >= 12);
  await press("reset");
  await note("reset during a run");
  await fill("[data-rate]", "２");
  await press("step");
  await note("a step at rate 2");
  const slider = (await page.$("#essays [data-essay]"))!;
  await slider.press("End");
  await note("longest essay");
  await slider.press("ArrowLeft");
  await note("one shorter");
  await fill("[data-words]", "１２０");
  await fill("[data-errors]", "15");
  await note("own essay");
  await fill("[data-errors]", "some");
  await note("no number");
  await (await page.$("#essays [data-map]"))!.click();
  await note("click");
  await page.$eval("#essays [data-hidden]", (field) => {
    (field as HTMLInputElement).value = "3";
    field.dispatchEvent(new Event("input"));
  });
  await press("step");
  await note("three hidden units");
  await page.click("#essays [data-without-errors]");
  await press("step");
  await note("without errors");
  await page.click("#essays [data-without-errors]");
  const file = (await page.$(
    "#essays [data-file]",
  )) as ElementHandle<HTMLInputElement>;
  for (const name of ["bad", "good"]) {
    await file.uploadFile(`${folder}/${name}.csv`);
    const own = () =>
      page.$eval("#essays [data-own-text]", (text) => text.textContent ?? "");
    await until(async () => (await own()).includes(`${name}.csv`));
    await note(`${name}.csv`);
  }
  await press("shipped");
  await note("back");
  return done;
}

function readEssays(figure: Element): EssaysReading {
  const text = (selector: string): string =>
    figure.querySelector(selector)!.textContent ?? "";
  const canvas = figure.querySelector("canvas")!;
  const { data } = canvas.getContext("2d")!
    .getImageData(0, 0, canvas.width, canvas.height);
  return {
    loss: text("[data-loss]"),
    agreed: text("[data-agreed]"),
    counts: [...figure.querySelectorAll("[data-table] td")]
      .map((cell) => Number(cell.textContent)),
    summary: text("[data-path-text]"),
    one: text("[data-one]"),
    faults: [...figure.querySelectorAll(".live-fault")]
      .map((line) => line.textContent ?? "").filter(Boolean),
    own: text("[data-own-text]"),
    areas: figure.querySelectorAll("[data-names] text").length,
    colors: new Set(new Uint32Array(data.buffer)).size,
  };
}
