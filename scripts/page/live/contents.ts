/// <reference lib="dom" />
/** The contents mark the cell that is being read. */

/** Marks the last cell whose heading has come into the upper half. */
export function markPlace(): void {
  const links = new Map<Element, HTMLAnchorElement>();
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a")) {
    const target = document.getElementById(link.hash.slice(1));
    if (target?.matches(".cell, .essays, .exercises")) links.set(target, link);
  }
  let marked: HTMLAnchorElement | undefined;
  const seen = new Set<Element>();
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    const [here] = [...links].findLast(([cell]) => seen.has(cell)) ?? [];
    const link = here && links.get(here);
    if (link === marked) return;
    marked?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    marked = link;
    if (link !== undefined) bringIntoSight(link);
  }, { rootMargin: "0px 0px -60% 0px" });
  for (const cell of links.keys()) observer.observe(cell);
}

/** Where the contents scroll by themselves beside the text, they follow it. */
function bringIntoSight(link: HTMLElement): void {
  const nav = link.closest("nav")!;
  if (getComputedStyle(nav).position !== "sticky") return;
  const box = nav.getBoundingClientRect(), at = link.getBoundingClientRect();
  if (at.top < box.top || at.bottom > box.bottom) {
    nav.scrollTop += at.top - box.top - box.height / 3;
  }
}
