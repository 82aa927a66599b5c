/// <reference lib="dom" />
/** A finger that meant to scroll, and began on a slider, has moved nothing. */

/**
 * Looks after a slider, which a browser sets as soon as a finger is on it.
 *
 * @param slider The slider, whose style leaves scrolling to the browser.
 * @param keep Called before anything moves; what it returns brings that back.
 */
export function undoSwipes(
  slider: HTMLInputElement,
  keep: () => () => void,
): void {
  let back: (() => void) | undefined;
  slider.addEventListener("pointerdown", ({ pointerType }) => {
    back = pointerType === "mouse" ? undefined : keep();
  });
  slider.addEventListener("pointercancel", () => back?.());
}
