/// <reference lib="dom" />
/**
 * Opens a page of exercises in a browser, loads hand-ins into it and checks
 * them: a process of its own, because a test may start Deno and no browser.
 *
 * deno run -A tests/browser/_exercises_session.ts BROWSER PAGE FOLDER
 *
 * The folder has the hand-ins. Prints one JSON object.
 */
import axe from "axe-core";
import {
  openFile,
  type Page,
  startBrowser,
  until,
} from "../_support/drive_browser.ts";

/** What was to be seen. */
export interface ExercisesSession {
  /** Messages, errors and requests. */
  readonly problems: readonly string[];
  /** By hand-in and task: `right`, or the name of the kind of mistake. */
  readonly verdicts: Readonly<Record<string, readonly string[]>>;
  /** By hand-in and task: what the page says. */
  readonly said: Readonly<Record<string, readonly string[]>>;
  /** How many are right once a file is loaded and one task checked. */
  readonly counted: string;
  /** Whether what was loaded is still there when the page is opened anew. */
  readonly kept: boolean;
  /** Whether an editor can be left by the keyboard, and what Tab puts in. */
  readonly keys: { readonly text: string; readonly left: boolean };
  /** What axe finds. */
  readonly violations: readonly string[];
  /** How wide the page is in a window of 360. */
  readonly width: number;
}

const [browserPath, pagePath, folder] = Deno.args as [string, string, string];
const problems: string[] = [];
const browser = await startBrowser(browserPath);
const page = await openFile(browser, pagePath, problems, {
  width: 360,
  height: 640,
});

async function checkAll(page: Page): Promise<[string, string][]> {
  await page.evaluate(() => {
    for (const one of document.querySelectorAll<HTMLElement>(".verdict")) {
      one.dataset.right = "";
      one.replaceChildren();
    }
    document.getElementById("check-all")!.click();
  });
  const isDone = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".verdict")].every((one) =>
        one.dataset.right !== "" && one.childElementCount > 0
      )
    );
  await until(isDone);
  return await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".verdict")].map((one) =>
      [
        one.dataset.right === "true" ? "right" : one.dataset.mistake!,
        one.innerText,
      ] as [string, string]
    )
  );
}

async function loadFile(page: Page, path: string): Promise<void> {
  const input = await page.$("#load");
  await (input as unknown as { uploadFile(path: string): Promise<void> })
    .uploadFile(path);
  await until(() =>
    page.evaluate(() => document.getElementById("said")!.textContent !== "")
  );
}

const contents = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("textarea")].map(({ value }) => value)
  );

const verdicts: Record<string, string[]> = {};
const said: Record<string, string[]> = {};
const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
for (const name of names) {
  await page.evaluate(() => document.getElementById("said")!.textContent = "");
  await loadFile(page, `${folder}/${name}`);
  const found = await checkAll(page);
  verdicts[name] = found.map(([verdict]) => verdict);
  said[name] = found.map(([, text]) => text);
}
const saidNow = () =>
  page.evaluate(() => document.getElementById("said")!.textContent!);
await page.evaluate(() => document.getElementById("said")!.textContent = "");
await loadFile(page, `${folder}/${names[0]}`);
const loaded = await saidNow();
await page.evaluate(() => document.getElementById("check-1")!.click());
await until(async () => await saidNow() !== loaded);
const counted = await saidNow();
const before = await contents(page);
await page.reload();
const kept = JSON.stringify(await contents(page)) === JSON.stringify(before);

await page.focus("#part-1");
await page.evaluate(() => {
  const area = document.getElementById("part-1") as HTMLTextAreaElement;
  area.value = "{";
  area.setSelectionRange(1, 1);
});
await page.keyboard.press("Enter");
await page.keyboard.press("Tab");
await page.keyboard.type("x");
const text = await page.evaluate(() =>
  (document.getElementById("part-1") as HTMLTextAreaElement).value
);
await page.keyboard.press("Escape");
await page.keyboard.press("Tab");
const left = await page.evaluate(() => document.activeElement?.id !== "part-1");
const width = await page.evaluate(() => document.documentElement.scrollWidth);
const violations = await axeFinds(page);
await browser.close();
const session: ExercisesSession = {
  problems,
  verdicts,
  said,
  counted,
  kept,
  keys: { text, left },
  violations,
  width,
};
console.log(JSON.stringify(session));

async function axeFinds(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  return await page.evaluate(async () => {
    const axe = Reflect.get(globalThis, "axe");
    const { violations } = await axe.run();
    return violations.map((one: { id: string; nodes: { html: string }[] }) =>
      `${one.id}: ${one.nodes[0]!.html}`
    );
  });
}
