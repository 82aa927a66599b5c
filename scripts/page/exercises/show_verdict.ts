/// <reference lib="dom" />
/** A verdict in the page. */
import type { Language, Text } from "../../cli/message.ts";
import { labelled } from "../../exercise/show.ts";
import type { Verdict } from "./check.ts";
import { fromEarlier, right, tooLong, wrongCases } from "./words.ts";

/**
 * Shows what there is to say of a task.
 *
 * @param place Where.
 * @param verdict What came of it; undefined if it took too long.
 * @param language The language.
 */
export function showVerdict(
  place: HTMLElement,
  verdict: Verdict | undefined,
  language: Language,
): void {
  const line = (name: "p" | "pre", text: Text) => {
    const made = document.createElement(name);
    made.textContent = text[language];
    return made;
  };
  place.dataset.right = String(verdict?.isRight ?? false);
  place.dataset.mistake = verdict?.report?.mistake ??
    (verdict === undefined ? "stopped" : "");
  if (verdict === undefined) return place.replaceChildren(line("p", tooLong));
  if (verdict.isRight) return place.replaceChildren(line("p", right));
  const { problem, report } = verdict;
  if (problem !== undefined) {
    const text = { ja: `✗ ${problem.ja}`, en: `✗ ${problem.en}` };
    return place.replaceChildren(line("p", text));
  }
  const { failed, total, mistake, title, hint, blamed, lines } = report!;
  const parts: HTMLElement[] = [];
  if (mistake !== "unwritten") {
    parts.push(line("p", wrongCases({ failed, total })));
  }
  if (blamed.length > 0) {
    parts.push(line("p", fromEarlier({ names: blamed.join(", ") })));
    return place.replaceChildren(...parts);
  }
  parts.push(line("p", labelled({ label: title, text: hint })));
  if (lines.length > 0) {
    const join = (language: Language) =>
      lines.map((text) => text[language]).join("\n");
    parts.push(line("pre", { ja: join("ja"), en: join("en") }));
  }
  place.replaceChildren(...parts);
}
