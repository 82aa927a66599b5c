/// <reference lib="dom" />
/** Boxes that scroll, and only they, are reached by the tab key. */
import type { Language, Text } from "../../cli/message.ts";

const scrolls: Text = {
  ja: "横に動かせます",
  en: "scrolls sideways",
};

/** Looks after every box, whenever its size or its text changes. */
export function markScrollers(language: Language): void {
  const label = scrolls[language];
  const look = (box: HTMLElement): void => {
    const isWider = box.scrollWidth > box.clientWidth + 1;
    if (isWider === box.hasAttribute("tabindex")) return;
    if (!isWider) return box.removeAttribute("tabindex");
    box.tabIndex = 0;
    if (!box.hasAttribute("role")) {
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", label);
    }
  };
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) look(target as HTMLElement);
  });
  const watch = (root: ParentNode): void => {
    for (const box of root.querySelectorAll<HTMLElement>("pre, .formula")) {
      sizes.observe(box);
    }
  };
  watch(document);
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      if (target instanceof HTMLElement && target.localName === "pre") {
        look(target);
      }
      for (const node of addedNodes) {
        if (node instanceof HTMLElement) watch(node.parentElement!);
      }
    }
  }).observe(document.getElementById("lesson")!, {
    childList: true,
    subtree: true,
  });
}
