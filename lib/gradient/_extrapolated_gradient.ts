import type { BlackBox } from "./_black_box.ts";
import { type Derivative, derivative } from "./_derivative.ts";

/** Each entry by extrapolated differences, with its bound. */
export function extrapolate<T extends object>(
  box: BlackBox<T>,
  pairs: 4 | 5,
): Derivative[] {
  return Array.from(box.layout.values, (value, i) =>
    derivative(
      (moved) => {
        const at = box.layout.moved(i, moved);
        // What f refuses at the point itself is to be heard.
        return moved === value ? box.evaluate(at) : box.evaluateBeside(at);
      },
      value,
      { pairs },
    ));
}
