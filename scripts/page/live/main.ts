/// <reference lib="dom" />
/**
 * The page's program. The same text runs a second time beside the page, in a
 * worker, where cells are computed: so nothing that a reader types can stop the
 * page.
 */
import type { Language } from "../../cli/message.ts";
import { answerTo, type Cells, type Question } from "./answer.ts";
import { Calculator } from "./calculator.ts";
import { makeChangeable } from "./cell_form.ts";
import { startEssays } from "./essays/figure.ts";
import { startWhenOpened } from "./exercises.ts";
import { startNet } from "./net_figure.ts";
import { markPlace } from "./contents.ts";
import { markScrollers } from "./scrollers.ts";

/** Makes the page live; in a worker, answers what the page asks. */
export function startPage(cells: Cells): void {
  if (typeof document === "undefined") {
    addEventListener("message", ({ data }: MessageEvent<Question>) => {
      postMessage(answerTo(cells, data));
    });
    return;
  }
  const language = document.documentElement.lang as Language;
  const calculator = new Calculator(document.currentScript!.textContent!);
  for (
    const place of document.querySelectorAll<HTMLDetailsElement>("[data-cell]")
  ) {
    const number = place.dataset.cell!;
    makeChangeable(place, number, cells[number]!, language, calculator);
  }
  const figure = document.getElementById("live");
  if (figure !== null) startNet(figure, language);
  const essays = document.getElementById("essays");
  if (essays !== null) startEssays(essays, language);
  const exercises = document.querySelector<HTMLDetailsElement>(
    "[data-exercises]",
  );
  if (exercises !== null) startWhenOpened(exercises, language);
  markScrollers(language);
  markPlace();
}
