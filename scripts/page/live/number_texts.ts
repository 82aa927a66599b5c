/**
 * Numbers as the live figure writes them: alike in the finished page and in the
 * browser.
 */

/** How far the sliders of weights and inputs reach. */
export const reach = { weight: 4, input: 5, rate: 2 } as const;

/** With eight decimals, as the lecture prints. */
export function eight(value: number): string {
  return signed(value.toFixed(8));
}

/** With four decimals. */
export function four(value: number): string {
  return signed(value.toFixed(4));
}

/** A small number, as 3.7e-9. */
export function small(value: number): string {
  return signed(value.toExponential(1));
}

/**
 * What stands in a number field: at most eight decimals, and no zeros at the
 * end.
 */
export function field(value: number): string {
  return String(Number(value.toFixed(8)));
}

/**
 * With a minus sign that is as wide as a plus, and none before a rounded zero.
 */
function signed(text: string): string {
  return Number(text) === 0 ? text.replace("-", "") : text.replace("-", "−");
}

/**
 * An arrow from a weight to where its slope points, as CSS properties: its left
 * end and its length in per cent of the slider, cut off at the ends; and its
 * direction.
 */
export function arrow(
  weight: number,
  slope: number,
): { left: string; size: string; direction: "left" | "right" | "none" } {
  const share = (value: number): number => {
    const inside = Math.min(Math.max(value, -reach.weight), reach.weight);
    return 50 + 50 * inside / reach.weight;
  };
  const from = share(weight), to = share(weight - slope);
  const size = Math.abs(to - from);
  return {
    left: `${Math.min(from, to).toFixed(2)}%`,
    size: `${size.toFixed(2)}%`,
    direction: !(size >= 0.5) ? "none" : to < from ? "left" : "right",
  };
}
