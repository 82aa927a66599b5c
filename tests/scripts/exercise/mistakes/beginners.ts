/**
 * A hundred single mistakes of beginners, as they are written: each changes one
 * thing in a right function. Written down before anybody looked which of them
 * has a name.
 *
 * @module
 */

/** A mistake. */
export interface Beginner {
  readonly task: number;
  /** What is wrong, in the words of somebody who looks over the shoulder. */
  readonly wrong: string;
  /** The functions that are wrong, as a student's file has them. */
  readonly source: string;
}

const forward = `export function forward(x, W, b) {
  const h = [];
  for (let i = 0; i < x.rows; i++) {
    const row = [];
    for (let j = 0; j < W.columns; j++) {
      let sum = b.at(0, j);
      for (let k = 0; k < x.columns; k++) sum += x.at(i, k) * W.at(k, j);
      row.push(sum);
    }
    h.push(row);
  }
  return matrix(h);
}`;

/** A right function with something in the place of a part of it. */
function but(text: string, ...changes: readonly [string, string][]): string {
  for (const [part, other] of changes) {
    if (!text.includes(part)) throw new RangeError(`${part} is not there`);
    text = text.replace(part, other);
  }
  return text;
}

const probabilities = `export function probabilities(scores) {
  let total = 0;
  for (let i = 0; i < scores.columns; i++) total += scores.at(0, i);
  const row = [];
  for (let i = 0; i < scores.columns; i++) row.push(scores.at(0, i) / total);
  return matrix([row]);
}`;
const category = `export function category(P) {
  const a = P.at(0, 0), b = P.at(0, 1), c = P.at(0, 2);
  if (a >= b && a >= c) return "良い";
  if (b >= a && b >= c) return "普通";
  return "悪い";
}`;
const squares = `export function sumSquaredError(y, t) {
  let E = 0;
  for (let k = 0; k < y.columns; k++) E += (y.at(0, k) - t.at(0, k)) ** 2;
  return E / 2;
}`;
const entropy = `export function crossEntropy(y, t) {
  let E = 0;
  for (let k = 0; k < y.columns; k++) E += t.at(0, k) * Math.log(y.at(0, k) + 1e-7);
  return -E;
}`;
const batch = `export function crossEntropyOfBatch(y, t) {
  let E = 0;
  for (let n = 0; n < y.rows; n++) {
    for (let k = 0; k < y.columns; k++) E += t.at(n, k) * Math.log(y.at(n, k) + 1e-7);
  }
  return -E / y.rows;
}`;
const softmax = `export function softmax(scores) {
  const result = [];
  for (let n = 0; n < scores.rows; n++) {
    let largest = -Infinity;
    for (let k = 0; k < scores.columns; k++) largest = Math.max(largest, scores.at(n, k));
    let sum = 0;
    for (let k = 0; k < scores.columns; k++) sum += Math.exp(scores.at(n, k) - largest);
    const row = [];
    for (let k = 0; k < scores.columns; k++) row.push(Math.exp(scores.at(n, k) - largest) / sum);
    result.push(row);
  }
  return matrix(result);
}`;
const softmaxKit = `export function softmax(scores) {
  const powers = exp(subtract(scores, max(scores, { by: "row" })));
  return divide(powers, sum(powers, { by: "row" }));
}`;
const loss = `export function loss(x, t, W) {
  return crossEntropyOfBatch(softmax(matmul(x, W)), t);
}`;
const gradient = `export function numericalGradient(f, W, h) {
  const grad = [];
  for (let i = 0; i < W.length; i++) {
    grad.push([]);
    for (let j = 0; j < W[i].length; j++) {
      const w = W[i][j];
      W[i][j] = w + h;
      const up = f(W);
      W[i][j] = w - h;
      const down = f(W);
      W[i][j] = w;
      grad[i].push((up - down) / (2 * h));
    }
  }
  return grad;
}`;
const step = `export function step(W, dW, learningRate) {
  return subtract(W, multiply(learningRate, dW));
}`;
const descend = `export function descend(gradient, W, learningRate, steps) {
  for (let i = 0; i < steps; i++) {
    W = step(W, gradient(W), learningRate);
  }
  return W;
}`;
const kit = (name: string, parameters: string, result: string) =>
  `export function ${name}(${parameters}) { return ${result}; }`;

/** The right functions that are changed, each with its task. */
export const rightPrograms: readonly (readonly [number, string])[] = [
  [1, forward],
  [2, probabilities],
  [2, category],
  [3, squares],
  [4, entropy],
  [5, batch],
  [6, softmax],
  [6, softmaxKit],
  [7, loss],
  [8, gradient],
  [9, step],
  [9, descend],
];

/** The mistakes. */
export const beginners: readonly Beginner[] = [
  // 1
  { task: 1, wrong: "b forgotten", source: but(forward, ["b.at(0, j)", "0"]) },
  {
    task: 1,
    wrong: "b subtracted",
    source: but(forward, ["= b.at(0, j)", "= -b.at(0, j)"]),
  },
  { task: 1, wrong: "= for +=", source: but(forward, ["sum += x", "sum = x"]) },
  {
    task: 1,
    wrong: "= for +=, b behind the loop",
    source: but(forward, ["sum = b.at(0, j)", "sum = 0"], [
      "sum += x",
      "sum = x",
    ], ["row.push(sum)", "row.push(sum + b.at(0, j))"]),
  },
  {
    task: 1,
    wrong: "b in the inner loop",
    source: but(forward, ["sum = b.at(0, j)", "sum = 0"], [
      "W.at(k, j);",
      "W.at(k, j) + b.at(0, j);",
    ]),
  },
  {
    task: 1,
    wrong: "W and x swapped",
    source: kit("forward", "x, W, b", "add(matmul(W, x), b)"),
  },
  {
    task: 1,
    wrong: "element by element",
    source: kit("forward", "x, W, b", "add(multiply(x, W), b)"),
  },
  { task: 1, wrong: "k from 1", source: but(forward, ["k = 0", "k = 1"]) },
  { task: 1, wrong: "i from 1", source: but(forward, ["i = 0", "i = 1"]) },
  {
    task: 1,
    wrong: "return in the loop",
    source: but(forward, [
      "h.push(row);",
      "h.push(row);\n    return matrix(h);",
    ]),
  },
  {
    task: 1,
    wrong: "b[0] for every column",
    source: but(forward, ["b.at(0, j)", "b.at(0, 0)"]),
  },
  {
    task: 1,
    wrong: "nothing returned",
    source: but(forward, ["return matrix(h);", "matrix(h);"]),
  },
  {
    task: 1,
    wrong: "one flat list",
    source: but(forward, ["h.push(row)", "h.push(...row)"]),
  },
  // 2
  {
    task: 2,
    wrong: "the sum is not finished",
    source: but(
      probabilities,
      [
        "let total = 0;\n  for (let i = 0; i < scores.columns; i++) total += scores.at(0, i);\n  const row = [];",
        "let total = 0;\n  const row = [];",
      ],
      ["row.push(", "{ total += scores.at(0, i); row.push("],
      ["total);\n", "total); }\n"],
    ),
  },
  {
    task: 2,
    wrong: "divided by how many there are",
    source: but(probabilities, ["/ total", "/ scores.columns"]),
  },
  {
    task: 2,
    wrong: "= for += in the sum",
    source: but(probabilities, ["total += ", "total = "]),
  },
  {
    task: 2,
    wrong: "sum from 1",
    source: but(probabilities, ["let i = 0", "let i = 1"]),
  },
  {
    task: 2,
    wrong: "i <= columns",
    source: but(probabilities, ["i < scores.columns", "i <= scores.columns"]),
  },
  {
    task: 2,
    wrong: "softmax in its place",
    source: kit(
      "probabilities",
      "scores",
      "divide(exp(scores), sum(exp(scores)))",
    ),
  },
  {
    task: 2,
    wrong: "above 0.5",
    source: but(category, ["a >= b && a >= c", "a > 0.5"], [
      "b >= a && b >= c",
      "b > 0.5",
    ]),
  },
  {
    task: 2,
    wrong: "the smallest",
    source: but(category, ["a >= b && a >= c", "a <= b && a <= c"], [
      "b >= a && b >= c",
      "b <= a && b <= c",
    ]),
  },
  {
    task: 2,
    wrong: "place + 1",
    source: kit(
      "category",
      "P",
      '["良い", "普通", "悪い"][argMax(P).item() + 1]',
    ),
  },
  {
    task: 2,
    wrong: "names from 1",
    source: kit(
      "category",
      "P",
      '["", "良い", "普通", "悪い"][argMax(P).item()]',
    ),
  },
  { task: 2, wrong: "a >= b only", source: but(category, [" && a >= c", ""]) },
  {
    task: 2,
    wrong: "|| for &&",
    source: but(category, ["a >= b && a >= c", "a >= b || a >= c"]),
  },
  {
    task: 2,
    wrong: "= for ===",
    source: kit(
      "category",
      "P",
      '(() => { let k = argMax(P).item(); if (k = 1) return "普通"; return k === 0 ? "良い" : "悪い"; })()',
    ),
  },
  {
    task: 2,
    wrong: "other names",
    source: kit(
      "category",
      "P",
      '["よい", "ふつう", "わるい"][argMax(P).item()]',
    ),
  },
  {
    task: 2,
    wrong: "the place, no name",
    source: kit("category", "P", "argMax(P)"),
  },
  {
    task: 2,
    wrong: "the names the other way round",
    source: kit("category", "P", '["悪い", "普通", "良い"][argMax(P).item()]'),
  },
  // 3
  { task: 3, wrong: "no half", source: but(squares, ["E / 2", "E"]) },
  { task: 3, wrong: "^ 2", source: but(squares, ["** 2", "^ 2"]) },
  { task: 3, wrong: "* 2", source: but(squares, ["** 2", "* 2"]) },
  { task: 3, wrong: "= for +=", source: but(squares, ["E += ", "E = "]) },
  {
    task: 3,
    wrong: "return in the loop",
    source: but(squares, [
      "E += (y.at(0, k) - t.at(0, k)) ** 2;\n  return",
      "{ E += (y.at(0, k) - t.at(0, k)) ** 2; return",
    ], ["2;\n}", "2; }\n}"]),
  },
  { task: 3, wrong: "k from 1", source: but(squares, ["k = 0", "k = 1"]) },
  {
    task: 3,
    wrong: "halved in the loop",
    source: but(squares, [
      "E += (y.at(0, k) - t.at(0, k)) ** 2;",
      "E = (E + (y.at(0, k) - t.at(0, k)) ** 2) / 2;",
    ], ["E / 2", "E"]),
  },
  {
    task: 3,
    wrong: "brackets",
    source: kit(
      "sumSquaredError",
      "y, t",
      "1 / 2 * (y.at(0, 0) - t.at(0, 0)) ** 2 + (y.at(0, 1) - t.at(0, 1)) ** 2 + (y.at(0, 2) - t.at(0, 2)) ** 2",
    ),
  },
  {
    task: 3,
    wrong: "three classes",
    source: kit(
      "sumSquaredError",
      "y, t",
      "1 / 2 * ((y.at(0, 0) - t.at(0, 0)) ** 2 + (y.at(0, 1) - t.at(0, 1)) ** 2 + (y.at(0, 2) - t.at(0, 2)) ** 2)",
    ),
  },
  {
    task: 3,
    wrong: "the mean",
    source: kit(
      "sumSquaredError",
      "y, t",
      "mean(multiply(subtract(y, t), subtract(y, t)))",
    ),
  },
  {
    task: 3,
    wrong: "the absolute value",
    source: but(squares, [
      "(y.at(0, k) - t.at(0, k)) ** 2",
      "Math.abs(y.at(0, k) - t.at(0, k))",
    ]),
  },
  {
    task: 3,
    wrong: "the square of the sum",
    source: but(squares, [
      "(y.at(0, k) - t.at(0, k)) ** 2",
      "y.at(0, k) - t.at(0, k)",
    ], ["E / 2", "E ** 2 / 2"]),
  },
  {
    task: 3,
    wrong: "not summed",
    source: kit(
      "sumSquaredError",
      "y, t",
      "multiply(0.5, multiply(subtract(y, t), subtract(y, t)))",
    ),
  },
  {
    task: 3,
    wrong: "y ** 2 - t ** 2",
    source: but(squares, [
      "(y.at(0, k) - t.at(0, k)) ** 2",
      "y.at(0, k) ** 2 - t.at(0, k) ** 2",
    ]),
  },
  {
    task: 3,
    wrong: "- with matrices",
    source: kit("sumSquaredError", "y, t", "0.5 * sum((y - t) ** 2)"),
  },
  // 4
  { task: 4, wrong: "no minus", source: but(entropy, ["-E", "E"]) },
  { task: 4, wrong: "no delta", source: but(entropy, [" + 1e-7", ""]) },
  {
    task: 4,
    wrong: "delta outside",
    source: but(entropy, ["y.at(0, k) + 1e-7)", "y.at(0, k)) + 1e-7"]),
  },
  { task: 4, wrong: "1e7", source: but(entropy, ["1e-7", "1e7"]) },
  {
    task: 4,
    wrong: "log10",
    source: but(entropy, ["Math.log(", "Math.log10("]),
  },
  {
    task: 4,
    wrong: "y and t swapped",
    source: but(entropy, ["t.at(0, k) *", "y.at(0, k) *"], [
      "log(y.at",
      "log(t.at",
    ]),
  },
  {
    task: 4,
    wrong: "t forgotten",
    source: but(entropy, ["t.at(0, k) * ", ""]),
  },
  { task: 4, wrong: "= for +=", source: but(entropy, ["E += ", "E = "]) },
  {
    task: 4,
    wrong: "the first class",
    source: kit(
      "crossEntropy",
      "y, t",
      "-t.at(0, 0) * Math.log(y.at(0, 0) + 1e-7)",
    ),
  },
  {
    task: 4,
    wrong: "divided by the classes",
    source: but(entropy, ["-E", "-E / y.columns"]),
  },
  {
    task: 4,
    wrong: "t inside the logarithm",
    source: but(entropy, [
      "t.at(0, k) * Math.log(y",
      "Math.log(t.at(0, k) * y",
    ]),
  },
  {
    task: 4,
    wrong: "exp for log",
    source: but(entropy, ["Math.log", "Math.exp"]),
  },
  { task: 4, wrong: "k from 1", source: but(entropy, ["k = 0", "k = 1"]) },
  // 5
  { task: 5, wrong: "no mean", source: but(batch, [" / y.rows", ""]) },
  {
    task: 5,
    wrong: "divided by the columns",
    source: but(batch, ["E / y.rows", "E / y.columns"]),
  },
  {
    task: 5,
    wrong: "mean of all",
    source: kit(
      "crossEntropyOfBatch",
      "y, t",
      "negate(mean(multiply(t, log(add(y, 1e-7)))))",
    ),
  },
  {
    task: 5,
    wrong: "E begins anew",
    source: but(batch, ["n++) {", "n++) {\n    E = 0;"]),
  },
  {
    task: 5,
    wrong: "return in the loop",
    source: but(batch, ["1e-7);\n  }", "1e-7);\n    return -E / y.rows;\n  }"]),
  },
  { task: 5, wrong: "n from 1", source: but(batch, ["n = 0", "n = 1"]) },
  {
    task: 5,
    wrong: "n <= rows - 2",
    source: but(batch, ["n < y.rows", "n < y.rows - 1"]),
  },
  {
    task: 5,
    wrong: "always row 0 of t",
    source: but(batch, ["t.at(n, k)", "t.at(0, k)"]),
  },
  { task: 5, wrong: "no delta", source: but(batch, [" + 1e-7", ""]) },
  {
    task: 5,
    wrong: "divided by N twice",
    source: but(batch, ["E += ", "E += 1 / y.rows * "]),
  },
  { task: 5, wrong: "no minus", source: but(batch, ["-E", "E"]) },
  // 6
  {
    task: 6,
    wrong: "nothing subtracted",
    source: but(softmaxKit, [
      'subtract(scores, max(scores, { by: "row" }))',
      "scores",
    ]),
  },
  {
    task: 6,
    wrong: "the largest of all",
    source: but(softmaxKit, ['max(scores, { by: "row" })', "max(scores)"]),
  },
  {
    task: 6,
    wrong: "the sum of all",
    source: but(softmaxKit, ['sum(powers, { by: "row" })', "sum(powers)"]),
  },
  {
    task: 6,
    wrong: "by column",
    source: but(softmaxKit, ['by: "row"', 'by: "column"'], [
      'by: "row"',
      'by: "column"',
    ]),
  },
  {
    task: 6,
    wrong: "minimum for maximum",
    source: but(softmax, ["-Infinity", "Infinity"], ["Math.max", "Math.min"]),
  },
  {
    task: 6,
    wrong: "sum not set to 0 again",
    source: but(softmax, [
      "const result = [];",
      "const result = [];\n  let sum = 0;",
    ], ["    let sum = 0;\n", ""]),
  },
  {
    task: 6,
    wrong: "return in the loop",
    source: but(softmax, [
      "result.push(row);",
      "result.push(row);\n    return matrix(result);",
    ]),
  },
  {
    task: 6,
    wrong: "largest from 0",
    source: but(softmax, ["-Infinity", "0"]),
  },
  {
    task: 6,
    wrong: "= for += in the sum",
    source: but(softmax, ["sum += ", "sum = "]),
  },
  { task: 6, wrong: "n from 1", source: but(softmax, ["n = 0", "n = 1"]) },
  {
    task: 6,
    wrong: "divided by the sum of scores",
    source: but(softmax, [
      "sum += Math.exp(scores.at(n, k) - largest)",
      "sum += scores.at(n, k)",
    ]),
  },
  {
    task: 6,
    wrong: "no exp above",
    source: but(softmax, [
      "row.push(Math.exp(scores.at(n, k) - largest) / sum)",
      "row.push(scores.at(n, k) / sum)",
    ]),
  },
  {
    task: 6,
    wrong: "flat",
    source: but(softmax, ["result.push(row)", "result.push(...row)"]),
  },
  {
    task: 6,
    wrong: "not divided",
    source: but(softmaxKit, [
      'divide(powers, sum(powers, { by: "row" }))',
      "powers",
    ]),
  },
  // 7
  {
    task: 7,
    wrong: "no softmax",
    source: but(loss, ["softmax(matmul(x, W))", "matmul(x, W)"]),
  },
  {
    task: 7,
    wrong: "softmax twice",
    source: but(loss, ["softmax(matmul", "softmax(softmax(matmul"], [
      "W))",
      "W)))",
    ]),
  },
  {
    task: 7,
    wrong: "arguments swapped",
    source: but(loss, ["softmax(matmul(x, W)), t", "t, softmax(matmul(x, W))"]),
  },
  {
    task: 7,
    wrong: "cross entropy without the mean",
    source: but(loss, ["crossEntropyOfBatch", "crossEntropyAll"]) +
      "\nfunction crossEntropyAll(y, t) { return negate(sum(multiply(t, log(add(y, 1e-7))))); }",
  },
  {
    task: 7,
    wrong: "only the first sample",
    source: but(loss, [
      "return crossEntropyOfBatch(softmax(matmul(x, W)), t);",
      "const y = softmax(matmul(x, W));\n  return crossEntropy(matrix([y.toArray()[0]]), matrix([t.toArray()[0]]));",
    ]),
  },
  { task: 7, wrong: "Wx", source: but(loss, ["matmul(x, W)", "matmul(W, x)"]) },
  {
    task: 7,
    wrong: "squared errors",
    source: but(loss, ["crossEntropyOfBatch", "squaredErrors"]) +
      "\nfunction squaredErrors(y, t) { const d = subtract(y, t); return multiply(0.5, sum(multiply(d, d))); }",
  },
  // 8
  {
    task: 8,
    wrong: "+= h, then -= h",
    source: but(gradient, ["W[i][j] = w + h", "W[i][j] += h"], [
      "W[i][j] = w - h",
      "W[i][j] -= h",
    ]),
  },
  {
    task: 8,
    wrong: "no brackets around the difference",
    source: but(gradient, ["(up - down) / (2 * h)", "up - down / (2 * h)"]),
  },
  {
    task: 8,
    wrong: "/ 2 * h",
    source: but(gradient, ["/ (2 * h)", "/ 2 * h"]),
  },
  {
    task: 8,
    wrong: "a shallow copy",
    source: but(gradient, [
      "W[i][j] = w + h;\n      const up = f(W);\n      W[i][j] = w - h;\n      const down = f(W);\n      W[i][j] = w;",
      "const above = [...W], below = [...W];\n      above[i][j] = w + h;\n      below[i][j] = w - h;\n      const up = f(above), down = f(below);\n      W[i][j] = w;",
    ]),
  },
  {
    task: 8,
    wrong: "f(W) where the copy was moved",
    source: but(gradient, [
      "W[i][j] = w + h;\n      const up = f(W);\n      W[i][j] = w - h;\n      const down = f(W);\n      W[i][j] = w;",
      "const copy = W.map((row) => [...row]);\n      copy[i][j] = w + h;\n      const up = f(W);\n      copy[i][j] = w - h;\n      const down = f(W);",
    ]),
  },
  {
    task: 8,
    wrong: "return in the inner loop",
    source: but(gradient, ["(2 * h));\n", "(2 * h));\n      return grad;\n"]),
  },
  {
    task: 8,
    wrong: "not put back",
    source: but(gradient, ["      W[i][j] = w;\n", ""]),
  },
  { task: 8, wrong: "j from 1", source: but(gradient, ["j = 0", "j = 1"]) },
  {
    task: 8,
    wrong: "one flat list",
    source: but(gradient, ["    grad.push([]);\n", ""], [
      "grad[i].push(",
      "grad.push(",
    ]),
  },
  {
    task: 8,
    wrong: "f(w) for f(w - h)",
    source: but(gradient, ["W[i][j] = w - h", "W[i][j] = w"]),
  },
  {
    task: 8,
    wrong: "f(w) once more in the loop",
    source: but(gradient, [
      "const w = W[i][j];",
      "const w = W[i][j];\n      f(W);",
    ]),
  },
  // 9
  {
    task: 9,
    wrong: "return forgotten in step",
    source: but(step, ["return ", ""]) + "\n" + descend,
  },
  {
    task: 9,
    wrong: "+ for -",
    source: but(step, ["subtract", "add"]) + "\n" + descend,
  },
  {
    task: 9,
    wrong: "the rate forgotten",
    source: but(step, ["multiply(learningRate, dW)", "dW"]) + "\n" + descend,
  },
  {
    task: 9,
    wrong: "W not assigned",
    source: but(descend, ["W = step", "step"]),
  },
  {
    task: 9,
    wrong: "return in the loop",
    source: but(descend, [
      "learningRate);\n  }\n  return W;",
      "learningRate);\n    return W;\n  }",
    ]),
  },
  {
    task: 9,
    wrong: "the gradient once",
    source: but(descend, ["for", "const dW = gradient(W);\n  for"], [
      "gradient(W), l",
      "dW, l",
    ]),
  },
  {
    task: 9,
    wrong: "i <= steps",
    source: but(descend, ["i < steps", "i <= steps"]),
  },
  {
    task: 9,
    wrong: "always from the first W",
    source: but(descend, ["for", "let next = W;\n  for"], [
      "W = step(W, gradient(W)",
      "next = step(W, gradient(W)",
    ], ["return W", "return next"]),
  },
  {
    task: 9,
    wrong: "the gradient returned",
    source: but(descend, ["return W", "return gradient(W)"]),
  },
];
