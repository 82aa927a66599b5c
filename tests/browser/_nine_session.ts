/// <reference lib="dom" />
/** What a reader does with the exercises at the end of the lecture's page. */
import { type Page, until } from "../_support/drive_browser.ts";

/** What is to be seen of them. */
export interface NineUsed {
  /** How many programs the page has started, before and after. */
  readonly programs: readonly number[];
  /** By what was written: `right`, or the name of the kind of mistake. */
  readonly verdicts: Readonly<Record<string, string>>;
  /** What the page says where the kind is named. */
  readonly said: string;
  /** What it says where nothing can be unpacked. */
  readonly tooOld: string;
}

/** What is written into the first task. */
const written = {
  wrong: "return matmul(x, W);",
  right: "return add(matmul(x, W), b);",
};

/** Opens the exercises and solves one, after a mistake. */
export async function useNine(page: Page): Promise<NineUsed> {
  const programs = [await programsIn(page)];
  await page.evaluate(() => {
    Reflect.set(globalThis, "kept", globalThis.DecompressionStream);
    Reflect.deleteProperty(globalThis, "DecompressionStream");
  });
  const summary = "#exercises summary";
  await press(page, summary);
  const told = () =>
    page.$eval("#said", (said) => (said as HTMLElement).innerText);
  await until(async () => await told() !== "");
  const tooOld = await told();
  programs.push(await programsIn(page));
  await page.evaluate(() =>
    Object.assign(globalThis, {
      DecompressionStream: Reflect.get(globalThis, "kept"),
    })
  );
  await press(page, summary);
  await press(page, summary);
  await until(async () => await programsIn(page) === 2);
  programs.push(await programsIn(page));
  const verdicts: Record<string, string> = {};
  let said = "";
  for (const [name, line] of Object.entries(written)) {
    await page.$eval("#part-1", (area, line) => {
      const field = area as HTMLTextAreaElement;
      field.value =
        `export function forward(x: Matrix, W: Matrix, b: Matrix) {\n  ${line}\n}`;
      field.dispatchEvent(new Event("input"));
    }, line);
    await press(page, "#check-1");
    const place = (await page.$("#verdict-1"))!;
    await until(() =>
      place.evaluate((verdict) => verdict.childElementCount > 0)
    );
    [verdicts[name], said] = await place.evaluate((verdict, said) => {
      const { dataset, innerText } = verdict as HTMLElement;
      const isRight = dataset.right === "true";
      return [isRight ? "right" : dataset.mistake!, said || innerText];
    }, said) as [string, string];
  }
  return { programs, verdicts, said, tooOld };
}

function press(page: Page, selector: string): Promise<void> {
  return page.$eval(selector, (button) => (button as HTMLElement).click());
}

function programsIn(page: Page): Promise<number> {
  return page.evaluate(() =>
    document.querySelectorAll("body > script:not([type])").length
  );
}
