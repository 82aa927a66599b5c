/// <reference lib="dom" />
/**
 * A text area for code: Tab indents, Esc and then Tab leaves it, a new line
 * begins where the one before it does.
 */

/** Makes a text area one for code. */
export function makeEditor(area: HTMLTextAreaElement): void {
  let leaves = false;
  const fit = () => {
    area.rows = Math.max(4, area.value.split("\n").length);
  };
  area.addEventListener("input", fit);
  area.addEventListener("blur", () => leaves = false);
  area.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape") leaves = true;
    else if (event.key === "Tab" && !leaves && !event.shiftKey) {
      event.preventDefault();
      insert(area, "  ");
    } else if (event.key === "Enter") {
      event.preventDefault();
      const before = area.value.slice(0, area.selectionStart);
      const [indent = ""] = /^ */.exec(before.split("\n").at(-1)!) ?? [];
      const deeper = /[{([]$/.test(before) ? "  " : "";
      insert(area, `\n${indent}${deeper}`);
    } else if (event.key !== "Shift" && event.key !== "Tab") leaves = false;
  });
  fit();
}

/** As if it had been typed, so that it can be undone. */
function insert(area: HTMLTextAreaElement, text: string): void {
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Puts another text into it. */
export function setText(area: HTMLTextAreaElement, text: string): void {
  area.value = text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
