/**
 * A cell that is quickly understood: 3 times an input.
 *
 * @module
 */
import { type Matrix, matrix } from "kobai";
import { lecture } from "../../scripts/cells/lesson.ts";
import type { Cell } from "../../scripts/lesson/cell.ts";

const label = { ja: "値", en: "value" };

/** A cell that multiplies its input x by its input factor. */
export const smallCell: Cell = {
  ...lecture.find(({ name }) => name.endsWith("_forward_one_row"))!,
  inputs: { x: matrix([1, 2]), factor: 3 },
  run: ({ x, factor }) => ({ y: (x as Matrix).at(0, 0) * (factor as number) }),
  results: { y: { label, printed: "3", expected: "identical" } },
  errata: [{ id: "ten-rows", why: label }],
};
