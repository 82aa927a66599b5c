import { assert, assertEquals } from "@std/assert";
import * as kobai from "kobai";
import { isAnswer, rightAnswers } from "../../../scripts/exercise/answers.ts";
import type { Argument, Rows } from "../../../scripts/exercise/arguments.ts";
import { taskAsking } from "../../../scripts/exercise/exercise.ts";
import type { TestCase } from "../../../scripts/exercise/test_case.ts";
import { exam } from "./judged_cases.ts";
import golden from "../../golden/notebook_cells.json" with { type: "json" };
import { assertClose } from "../../_support/close.ts";

/** A case of a function. */
function caseOf(name: string, ...args: unknown[]): TestCase {
  const task = taskAsking(exam.tasks, name)!, asked = task.functions[name]!;
  const kinds = Object.values(asked.parameters).map(({ kind }) => kind);
  const call = { name, kinds, arguments: args as Argument[] };
  return { task, asked, origin: "public", number: 1, call };
}

function answerTo(name: string, ...args: unknown[]): Rows {
  const [first] = rightAnswers(caseOf(name, ...args));
  assert(first !== undefined && "rows" in first);
  return first.rows;
}

function exact(id: string): number[][] {
  const found = golden.cells.find((cell) => cell.id === id)?.expected_exact;
  const list = [found].flat() as number[] | number[][];
  return (Array.isArray(list[0]) ? list : [list]) as number[][];
}

Deno.test("rightAnswers() agree with the lecture, recomputed by NumPy", () => {
  const y1 = [[0.2, 0.7, 0.1]], y2 = [[0.5, 0.3, 0.2]], t = [[0, 1, 0]];
  const y = [[0.1, 0.2, 0.7], [0.5, 0.2, 0.3]], ts = [[1, 0, 0], [1, 0, 0]];
  const W = exact("Out7-W");
  const pairs: [Rows, string][] = [
    [
      answerTo("forward", [[1, 2]], [[3, 5], [4, 6]], [[0.1, 0.2]]),
      "eq-two-units",
    ],
    [answerTo("probabilities", [[2, 1, 1]]), "eq-normalise"],
    [answerTo("sumSquaredError", y1, t), "Out5-mse-y1"],
    [answerTo("sumSquaredError", y2, t), "ex-mse-y2"],
    [answerTo("crossEntropy", y1, t), "ex-cee-y1"],
    [answerTo("crossEntropy", y2, t), "ex-cee-y2"],
    [answerTo("crossEntropyOfBatch", y, ts), "ex-cee-batch-delta"],
    [answerTo("softmax", [[2, -1, 0]]), "eq-normalise-softmax"],
    [
      answerTo("softmax", [[0.3, 2.9, 4], [1000, 1001, 1002]]),
      "softmax-2d-right-large",
    ],
    [answerTo("step", W, exact("gradient-closed-form"), 0.1), "gd-one-step"],
  ];
  for (const [found, id] of pairs) assertClose(found, exact(id), "golden", id);
  const loss = rightAnswers(caseOf("loss", [[2, 3]], [[0, 0, 1]], W));
  assertClose(
    loss.map((answer) => "rows" in answer ? answer.rows[0]![0]! : NaN)[1]!,
    exact("Out9-loss-right")[0]![0]!,
    "golden",
  );
});

Deno.test("rightAnswers() agree with the kit on every case", () => {
  const { matrix, affine, softmax, sumSquaredError, crossEntropyError } = kobai;
  const delta = 1e-7;
  // deno-lint-ignore no-explicit-any -- the arguments of many functions
  const kit: Record<string, (...args: any[]) => kobai.Matrix> = {
    forward: affine,
    probabilities: kobai.normalize,
    sumSquaredError,
    crossEntropy: (y, t) => crossEntropyError(y, t, { delta }),
    crossEntropyOfBatch: (y, t) => crossEntropyError(y, t, { delta }),
    softmax,
    loss: (x, t, W) =>
      crossEntropyError(softmax(kobai.matmul(x, W)), t, { delta }),
    step: (W, dW, rate) => kobai.subtract(W, kobai.multiply(rate, dW)),
  };
  let compared = 0;
  for (const test of exam.cases) {
    const { call } = test, f = kit[call.name];
    if (f === undefined) continue;
    const args = call.arguments.map((argument, i) =>
      call.kinds[i] === "matrix" ? matrix(argument as number[][]) : argument
    );
    const [answer] = rightAnswers(test);
    assert(answer !== undefined && "rows" in answer);
    assertClose(f(...args), answer.rows, "golden", call.name);
    compared++;
  }
  assertEquals(compared, 21 + 8 * 6 + 8); // public, drawn and hidden
});

Deno.test("rightAnswers() of a surface are its slopes, and those of a bowl lead down", () => {
  // d/dw of 2w + 3w² + 4w³ + 5(w + v)² at w = 1, v = 2, and of v² at the same
  // place
  const surface = {
    linear: [[2, 0]],
    square: [[3, 1]],
    cube: [[4, 0]],
    together: 5,
  };
  assertClose(
    answerTo("numericalGradient", surface, [[1, 2]], 1e-4),
    [[2 + 6 + 12 + 30, 4 + 30]],
    "gradient",
  );
  const bowl = { center: [[0]], pull: 1, together: 0 };
  assertEquals(answerTo("descend", bowl, [[8]], 0.5, 3), [[1]]);
});

Deno.test("isAnswer() takes rounding for no difference, and NaN for no number", () => {
  const call = caseOf("softmax", [[0]]);
  const is = (value: number, wanted: number) =>
    isAnswer(call, { kind: "rows", rows: [[value]] }, { rows: [[wanted]] });
  assert(is(1 + 0.9e-6, 1));
  assert(!is(1 + 1.1e-6, 1));
  assert(!is(NaN, 1));
  assert(!is(1, Infinity));
  assert(is(Infinity, Infinity)); // what a mistake gives may be that
  assert(
    !isAnswer(call, { kind: "rows", rows: [[1, 1]] }, { rows: [[1], [1]] }),
  );
  assert(!isAnswer(call, { kind: "text", text: "1" }, { rows: [[1]] }));
  const texts = { text: { ja: "良い", en: "good" } };
  assert(isAnswer(call, { kind: "text", text: "good" }, texts));
  assert(!isAnswer(call, { kind: "text", text: "goo" }, texts));
});

Deno.test("isAnswer() holds results to six digits, and to five where a logarithm has the lecture's delta", () => {
  const one = { rows: [[1]] };
  const isRight = (name: string, value: number) =>
    isAnswer(caseOf(name), {
      kind: "rows",
      rows: [[value]],
    }, one);
  assert(isRight("softmax", 1 + 1e-6));
  assert(!isRight("softmax", 1 + 1.1e-6));
  assert(isRight("loss", 1 + 1e-5));
  assert(!isRight("loss", 1 + 1.2e-5));
  assert(isRight("crossEntropy", 1 - 1e-5));
  assert(!isRight("crossEntropy", 1 - 1.2e-5));
});
