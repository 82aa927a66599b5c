import type { BlackBox } from "./_black_box.ts";
import { type Derivative, derivative } from "./_derivative.ts";

/** Each entry by extrapolated differences, with its bound. */
export function extrapolate<T>(
  box: BlackBox<T>,
  pairs: 4 | 5,
): Derivative[] {
  const values = box.values.slice();
  return Array.from(box.values, (value, i) => {
    const found = derivative(
      (moved) => {
        values[i] = moved;
        // What f refuses at the point itself is to be heard.
        return moved === value
          ? box.evaluate(values)
          : box.evaluateBeside(values);
      },
      value,
      { pairs },
    );
    values[i] = value;
    return found;
  });
}
