/** Mistakes of task 1. */
import type { Rows } from "../arguments.ts";
import * as formulas from "../formulas.ts";
import { type Kind, type Mistake, mistake, rows } from "./mistake.ts";

/** Where not even the sizes of the results are right: not seen by numbers. */
export const otherProduct: Kind = {
  name: "otherProduct",
  title: { ja: "行列の積 xW が違う", en: "the product xW is wrong" },
  hint: {
    ja:
      "xW は行列の積です。[N, D] の x と [D, M] の W をこの順に掛けると、[N, M] になります。",
    en:
      "xW is a product of matrices: x of [N, D] and W of [D, M], in this order, give [N, M].",
  },
};

/** The mistakes in h = xW + b. */
export const inForward: readonly Mistake[] = [
  mistake({
    name: "noBias",
    title: { ja: "バイアスを足していない", en: "the bias is not added" },
    hint: {
      ja: "h = xW + b の b を足してください。",
      en: "Add the b of h = xW + b.",
    },
  }, {
    forward: (x: Rows, W: Rows) => rows(formulas.matmul(x, W)),
  }),
];
