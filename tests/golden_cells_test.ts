/**
 * Every entry of the lecture's golden file, computed with the library. (That
 * the cells themselves show these values is tested beside the cells.)
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  affine,
  crossEntropyError,
  divide,
  exp,
  formatArray,
  matmul,
  type Matrix,
  matrix,
  max,
  multiply,
  normalize,
  numericalGradient,
  numpyRandom,
  randn,
  SimpleNet,
  softmax,
  subtract,
  sum,
  sumSquaredError,
  takeRows,
  transpose,
  zeros,
} from "../mod.ts";
import { assertClose, type Numbers } from "./_support/close.ts";
import { assertSame } from "./_support/matrices.ts";
import golden from "./golden/notebook_cells.json" with { type: "json" };

interface Cell {
  readonly id: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: string | null;
  readonly expected_exact: unknown;
}
const cells = golden.cells as readonly Cell[];

/** An input of a cell as a matrix. */
function input(cell: Cell, name: string): Matrix {
  return matrix(cell.inputs[name] as number[]);
}

/** The recomputed value; a vector stands for one row. */
function exact(cell: Cell): Numbers {
  const value = cell.expected_exact as number | number[] | number[][];
  if (typeof value === "number") return [[value]];
  return typeof value[0] === "number" ? [value] : value as number[][];
}

function assertExact(found: Matrix, cell: Cell): void {
  assertClose(found, exact(cell), "golden", cell.id);
}

/** The numbers that the lecture printed. */
function printed(cell: Cell): number[] {
  return [...cell.expected!.matchAll(/-?\d+\.?\d*/g)].map(Number);
}

const x = matrix([2, 3]), t = matrix([0, 0, 1]);
const W = matrix([
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
]);
const loss = (W: Matrix) => crossEntropyError(softmax(matmul(x, W)), t);
/** As the lecture computed it: one sample, divided by its three classes. */
const thirdOfLoss = (W: Matrix) => divide(loss(W), 3);
const slope = (W: Matrix) =>
  matmul(transpose(x), subtract(softmax(matmul(x, W)), t));

/** The losses of `steps` steps of gradient descent, the first one included. */
function descend(steps: number, learningRate: number): number[] {
  const losses = [loss(W).item()];
  for (let weights = W, i = 0; i < steps; i++) {
    weights = subtract(weights, multiply(learningRate, slope(weights)));
    losses.push(loss(weights).item());
  }
  return losses;
}

function squaredErrorOf(cell: Cell): Matrix {
  return sumSquaredError(input(cell, "y"), input(cell, "t"));
}

function crossEntropyOf(cell: Cell): Matrix {
  const { delta = 0 } = cell.inputs as { delta?: number };
  return crossEntropyError(input(cell, "y"), input(cell, "t"), { delta });
}

/** How each entry follows from the library. */
const CHECKS: Record<string, (cell: Cell) => void> = {
  "fig-weighted-sum"(cell) {
    const h = matmul(input(cell, "x"), transpose(input(cell, "w")));
    assertEquals(h.item(), cell.expected_exact);
    assertEquals(String(h.item()), cell.expected);
  },
  "In3-forward-seed"(cell) {
    const random = numpyRandom(0);
    const draw = (rows: number, columns: number) =>
      randn(random, rows, columns);
    const h = affine(draw(1, 2), draw(2, 4), draw(1, 4));
    assertEquals([h.rows, h.columns], [1, 4]);
    // Not reproducible; but printed numbers print as they were printed.
    assertEquals(formatArray(matrix(printed(cell))), cell.expected);
  },
  "In3-forward-10rows"(cell) {
    const random = numpyRandom(0), near = { rtol: 4 * 2 ** -52, atol: 0 };
    const W1 = randn(random, 2, 4), b1 = randn(random, 1, 4);
    const x = randn(random, 10, 2);
    assertClose(W1, input(cell, "W1"), near);
    assertClose(b1, input(cell, "b1"), near);
    assertClose(x, input(cell, "x"), near);
    const inputs = ["x", "W1", "b1"].map((name) => input(cell, name));
    assertExact(affine(inputs[0]!, inputs[1]!, inputs[2]!), cell);
  },
  "eq-two-units"(cell) {
    const h = affine(input(cell, "x"), input(cell, "W"), input(cell, "b"));
    assertExact(h, cell);
  },
  "eq-normalise": (cell) => assertExact(normalize(input(cell, "A,B,C")), cell),
  "eq-normalise-negative"(cell) {
    const scores = input(cell, "A,B,C");
    assertExact(divide(scores, sum(scores)), cell);
    assertThrows(() => normalize(scores), RangeError, "row 0, column 1 is -1");
  },
  "eq-normalise-softmax": (cell) =>
    assertExact(softmax(input(cell, "a")), cell),
  "eq-E-as-printed"(cell) {
    const error = subtract(input(cell, "y"), input(cell, "t"));
    const [a, b, c] = multiply(error, error).toArray()[0] as [
      number,
      number,
      number,
    ];
    assertEquals(0.5 * a + b + c, cell.expected_exact);
    assertEquals(squaredErrorOf(cell).item().toFixed(2), cell.expected);
  },
  "Out5-mse-y1"(cell) {
    assertEquals(squaredErrorOf(cell).item(), cell.expected_exact);
    assertEquals(formatArray(squaredErrorOf(cell)), cell.expected);
  },
  "ex-mse-y2": (cell) => assertExact(squaredErrorOf(cell), cell),
  "ex-cee-y1": (cell) => assertExact(crossEntropyOf(cell), cell),
  "ex-cee-y2": (cell) => assertExact(crossEntropyOf(cell), cell),
  "cee-delta-perfect": (cell) => assertExact(crossEntropyOf(cell), cell),
  "cee-delta-zero": (cell) => assertExact(crossEntropyOf(cell), cell),
  "In8-missing-return"(cell) {
    // The kit's function returns what the lecture's forgot to.
    const batch = cells.find(({ id }) => id === "ex-cee-batch")!;
    assertExact(crossEntropyOf(cell), batch);
  },
  "ex-cee-batch": (cell) => assertExact(crossEntropyOf(cell), cell),
  "ex-cee-batch-rows"(cell) {
    const y = input(cell, "y"), t = input(cell, "t");
    const losses = [0, 1].map((row) =>
      crossEntropyError(takeRows(y, [row]), takeRows(t, [row])).item()
    );
    assertClose([losses], exact(cell), "golden");
  },
  "ex-cee-batch-delta": (cell) => assertExact(crossEntropyOf(cell), cell),
  "Out7-W"(cell) {
    assertEquals(W.toArray(), cell.expected_exact);
    assertEquals(
      formatArray(W).replace(/\s+/g, " "),
      cell.expected!.replace(/\s+/g, " "),
    );
  },
  "Out8-predict"(cell) {
    const scores = new SimpleNet(input(cell, "W")).predict(input(cell, "x"));
    assertExact(scores, cell);
    // Each weight was rounded to half of 1e-8, and so was what is printed.
    const bound = 0.5e-8 * (2 + 3 + 1);
    assertClose(scores, [printed(cell)], { rtol: 0, atol: bound });
  },
  "softmax-of-predict": (cell) => assertExact(softmax(matmul(x, W)), cell),
  "Out9-loss-seed"(cell) {
    assertExact(thirdOfLoss(W), cell);
    // Along the slope, by half of 1e-8 in each weight.
    const bound = 0.5e-8 * sum(
      matrix(slope(W).toArray().map((row) => row.map((d) => Math.abs(d) / 3))),
    ).item();
    const [value = NaN] = printed(cell);
    assertClose(thirdOfLoss(W).item(), value, { rtol: 0, atol: bound });
  },
  "Out9-loss-right"(cell) {
    assertExact(loss(W), cell);
    assertExact(new SimpleNet(W).loss(x, t), cell);
  },
  "Out12-gradient-seed"(cell) {
    const dW = numericalGradient(thirdOfLoss, W, { h: 1e-4 });
    assertClose(dW, exact(cell), { rtol: 0, atol: 1e-10 });
    const [first, second] = dW.toArray();
    assertClose([...first!, ...second!], printed(cell), {
      rtol: 0,
      atol: 1e-8,
    });
  },
  "Out12-gradient-right"(cell) {
    const tolerance = { rtol: 0, atol: 1e-10 };
    const net = new SimpleNet(W);
    assertClose(numericalGradient(loss, W), exact(cell), tolerance);
    const fused = (W: Matrix) => new SimpleNet(W).loss(x, t);
    assertClose(numericalGradient(fused, net.W), exact(cell), tolerance);
  },
  "gradient-closed-form": (cell) => assertExact(slope(W), cell),
  "text-w11"(cell) {
    assertClose(slope(W).at(0, 0), cell.expected_exact as number, "golden");
    assertEquals((slope(W).at(0, 0) / 3).toFixed(2), cell.expected);
  },
  "text-w23"(cell) {
    assertClose(slope(W).at(1, 2), cell.expected_exact as number, "golden");
    // The lecture quotes -0.98 where rounding gives -0.99.
    assertEquals(cell.expected, "-0.98");
    assertEquals((slope(W).at(1, 2) / 3).toFixed(2), "-0.99");
  },
  "gd-one-step"(cell) {
    assertExact(subtract(W, multiply(0.1, slope(W))), cell);
  },
  "gd-one-step-loss": (cell) =>
    assertExact(matrix([descend(1, 0.1)[1]!]), cell),
  "gd-100-losses"(cell) {
    const losses = descend(100, 0.1);
    const shown = [0, 1, 2, 5, 10, 20, 50, 100].map((step) => losses[step]!);
    assertExact(matrix(shown), cell);
  },
  "softmax-2d-seed"(cell) {
    const a = input(cell, "a"), e = exp(subtract(a, max(a)));
    assertExact(divide(e, sum(e)), cell);
  },
  "softmax-2d-right": (cell) => assertExact(softmax(input(cell, "a")), cell),
  "softmax-2d-right-large": (cell) =>
    assertExact(softmax(input(cell, "a")), cell),
  "numgrad-int-trap"(cell) {
    const integers = input(cell, "W");
    const dW = numericalGradient((W) => sum(multiply(W, W)), integers);
    assertClose(dW, multiply(2, integers), "gradient");
    // What NumPy makes of it: W - h is cut to W - 1, W + h to W.
    const trapped = integers.toArray().map((row) =>
      row.map((w) => Math.trunc((w * w - (w - 1) * (w - 1)) / 2e-4 + 1e-6))
    );
    assertEquals(trapped, cell.expected_exact);
  },
  "numgrad-alias-trap"() {
    const net = new SimpleNet(W);
    const dW = numericalGradient(() => net.loss(x, t), net.W);
    assertSame(dW, zeros(2, 3));
  },
  "numgrad-h-sweep"(cell) {
    const steps = cell.inputs.h as number[];
    const errors = steps.map((h) => {
      const error = subtract(numericalGradient(loss, W, { h }), slope(W));
      return Math.max(...error.toArray().flat().map(Math.abs));
    });
    const expected = cell.expected_exact as number[];
    errors.forEach((error, i) => {
      const ratio = error / expected[i]!;
      // Down to 1e-4 the error is that of the formula, h² and the same for
      // everybody; below it is rounding, and the order of magnitude counts.
      const [least, most] = steps[i]! > 5e-5 ? [0.99, 1.01] : [0.05, 20];
      assert(ratio > least && ratio < most, `h is ${steps[i]}: ${ratio}`);
    });
    assertEquals(steps[errors.indexOf(Math.min(...errors))], 1e-5);
  },
};

Deno.test("the golden file's entries are all checked here", () => {
  assertEquals(Object.keys(CHECKS).sort(), cells.map(({ id }) => id).sort());
  assertEquals(golden.errata.length, 15);
  assert(golden.about.includes("NumPy 1.24.2"));
});

for (const cell of cells) {
  Deno.test(`golden cell ${cell.id}`, () => CHECKS[cell.id]!(cell));
}
