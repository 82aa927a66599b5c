/**
 * Parameters as one matrix or any nesting of them: the same for every gradient.
 */
import {
  assert,
  assertEquals,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";
import { listNesting, mapNesting } from "../../../lib/gradient/_nesting.ts";
import {
  add,
  checkGradient,
  exp,
  gradient,
  gradientDescent,
  Matrix,
  matrix,
  multiply,
  numericalGradient,
  numericalGradientWithError,
  sum,
  valueAndGradient,
  zeros,
} from "../../../mod.ts";
import { assertSame } from "../../_support/matrices.ts";

const a = matrix([1, 2]), b = matrix([[3], [4]]), c = matrix([5]);

/** Nestings of every kind, and the paths of their matrices. */
const NESTINGS: { at: object; paths: string[] }[] = [
  { at: a, paths: [""] },
  { at: [a, b], paths: ["[0]", "[1]"] },
  { at: { W1: a, b1: b }, paths: ["W1", "b1"] },
  {
    at: [{ W: a, b }, { W: b, b: c }],
    paths: ["[0].W", "[0].b", "[1].W", "[1].b"],
  },
  {
    at: { layers: [a, [b, [c]]], out: { W: a } },
    paths: ["layers[0]", "layers[1][0]", "layers[1][1][0]", "out.W"],
  },
  {
    at: { same: a, again: a, list: [a, a] },
    paths: ["same", "again", "list[0]", "list[1]"],
  },
  { at: { empty: [], none: {}, W: a }, paths: ["W"] },
  {
    at: { rows: zeros(0, 3), columns: zeros(2, 0), W: a },
    paths: ["rows", "columns", "W"],
  },
  {
    at: Object.freeze({ W: a, more: Object.freeze([b]) }),
    paths: ["W", "more[0]"],
  },
  { at: Object.assign(Object.create(null), { W: a }), paths: ["W"] },
  // JavaScript lists keys that look like numbers first.
  { at: { z: a, "10": b, "9": c }, paths: ["9", "10", "z"] },
  {
    at: { constructor: a, toString: b, length: c },
    paths: ["constructor", "toString", "length"],
  },
  // No two places have one name.
  {
    at: { "a.b": a, a: { b }, "a[0]": c, d: [c], "[0]": a, "": b },
    paths: ['["a.b"]', "a.b", '["a[0]"]', "d[0]", '["[0]"]', '[""]'],
  },
  { at: { 重み: a, $1: b, "b-1": c }, paths: ["重み", "$1", '["b-1"]'] },
  { at: [], paths: [] },
  { at: {}, paths: [] },
];

/** Every matrix in a nesting, in order. */
function matricesIn(part: unknown): Matrix[] {
  return part instanceof Matrix
    ? [part]
    : Object.values(part as object).flatMap(matricesIn);
}

/** Σ k exp(xₖ): each matrix of the nesting counts differently. */
function f(at: object): Matrix {
  return matricesIn(at).reduce<Matrix>(
    (total, x, k) => add(total, multiply(k + 1, sum(exp(x)))),
    zeros(1, 1),
  );
}

/** The same nesting with k exp(xₖ) in each place. */
function slopesOf(at: object): Matrix[] {
  return matricesIn(at).map((x, k) => multiply(k + 1, exp(x)));
}

/** Kinds and keys, matrices left out. */
function skeleton(part: unknown): unknown {
  if (part instanceof Matrix) return `${part.rows}x${part.columns}`;
  if (Array.isArray(part)) return part.map(skeleton);
  return Object.entries(part as object).map(([key, value]) => [
    key,
    skeleton(value),
  ]);
}

Deno.test("gradient() has the nesting of its parameters, and each its own slope", () => {
  for (const { at } of NESTINGS) {
    const [value, slopes] = valueAndGradient<object>(f, at as Matrix);
    assertEquals(skeleton(slopes), skeleton(at));
    assertSame(value, f(at));
    matricesIn(slopes).forEach((slope, k) =>
      assertSame(slope, slopesOf(at)[k]!, `${k}`)
    );
  }
});

Deno.test("numericalGradient() has the nesting of its parameters, by every method", () => {
  for (const { at } of NESTINGS) {
    const given = at as Matrix, expected = slopesOf(at);
    const limits = { forward: 1e-2, central: 1e-5, richardson: 1e-9 };
    for (const method of ["forward", "central", "richardson"] as const) {
      const slopes = numericalGradient<object>(f, given, { method });
      assertEquals(skeleton(slopes), skeleton(at));
      matricesIn(slopes).forEach((slope, k) => {
        const exact = expected[k]!.toFloat64Array();
        slope.toFloat64Array().forEach((value, i) => {
          const error = Math.abs(value - exact[i]!) / exact[i]!;
          assert(error < limits[method], `${method} ${k} ${i}: ${error}`);
        });
      });
    }
    const { gradient, error } = numericalGradientWithError<object>(f, given);
    assertEquals(skeleton(gradient), skeleton(at));
    assertEquals(skeleton(error), skeleton(at));
  }
});

Deno.test("checkGradient() checks any nesting", () => {
  for (const { at, paths } of NESTINGS) {
    const report = checkGradient<object>(f, at as Matrix);
    const verdict = matricesIn(at).length === 0 ? "undecided" : "right";
    assertEquals(report.verdict, verdict, report.sentence);
    assertEquals(
      report.entries,
      matricesIn(at).reduce((n, x) => n + x.rows * x.columns, 0),
    );
    assert(report.worst === undefined || paths.includes(report.worst.path));
  }
});

class Layer {
  constructor(readonly W: Matrix, readonly b: Matrix) {}
}
class Scaled extends Layer {
  readonly scale: Matrix = c;
}

Deno.test("gradients take objects of a class of matrices, and give such", () => {
  const at = [new Layer(a, c), new Scaled(a, b)] as const;
  const loss = ([one, two]: typeof at) => {
    assert(one instanceof Layer && two instanceof Scaled);
    return add(multiply(2, sum(one.W)), multiply(3, sum(two.scale)));
  };
  const found = [
    gradient(loss, at),
    valueAndGradient(loss, at)[1],
    numericalGradient(loss, at, { method: "richardson" }),
    numericalGradientWithError(loss, at).gradient,
  ];
  for (const [one, two] of found) {
    assert(one instanceof Layer && two instanceof Scaled);
    assertEquals(one.W.toArray().flat().map(Math.round), [2, 2]);
    assertEquals(Math.round(two.scale.item()), 3);
  }
  assertEquals(checkGradient(loss, at).verdict, "right");
  const { parameters } = gradientDescent({ learningRate: 1 })
    .step(at, found[0]!);
  assert(parameters[0] instanceof Layer);
  assertEquals(parameters[0].W.toArray(), [[-1, 0]]);
});

Deno.test("gradients refuse objects of classes that have more than matrices", () => {
  class Methodical extends Layer {
    loss(): Matrix {
      return sum(this.W);
    }
  }
  for (const at of [new Methodical(a, b), new Map(), new Date(), /W/]) {
    assertThrows(
      () => gradient<object>(() => c, { layer: at } as unknown as Matrix),
      TypeError,
      `Cannot take the gradient: layer is an object of class ${at.constructor.name}`,
    );
  }
});

Deno.test("f is given a nesting of its own, and may take it apart", () => {
  interface Layer {
    W: Matrix;
    b: Matrix;
  }
  const at: Layer[] = [{ W: a, b: c }, { W: a, b: c }];
  const consume = (layers: Layer[]) => {
    let total = zeros(1, 1);
    for (let layer = layers.pop(); layer; layer = layers.pop()) {
      total = add(total, sum(multiply(layer.W, layer.b)));
      layer.W = zeros(1, 1);
    }
    return total;
  };
  for (const take of [gradient, numericalGradient]) {
    const slopes = take(consume, at);
    assertEquals(slopes.length, 2);
    for (const { W, b } of slopes) {
      assertEquals(W.toArray().flat().map(Math.round), [5, 5]);
      assertEquals(Math.round(b.item()), 3);
    }
  }
  assertEquals(checkGradient(consume, at).verdict, "right");
  assertEquals(at.length, 2);
  assertStrictEquals(at[0]!.W, a);
});

Deno.test("gradient() of the same matrix in two places tells the places apart", () => {
  const slopes = gradient(
    ({ x, y }) => add(multiply(2, sum(x)), multiply(3, sum(y))),
    { x: a, y: a },
  );
  assertEquals([slopes.x.toArray(), slopes.y.toArray()], [[[2, 2]], [[3, 3]]]);
});

Deno.test("listNesting() names every matrix, in the order of mapNesting()", () => {
  for (const { at, paths } of NESTINGS) {
    const listed = listNesting(at, "test");
    assertEquals(listed.map(({ path }) => path), paths);
    const seen: Matrix[] = [];
    const mapped = mapNesting(at, (x) => (seen.push(x), x), "test");
    assertEquals(skeleton(mapped), skeleton(at));
    assertEquals(seen.length, listed.length);
    seen.forEach((x, k) => assertStrictEquals(x, listed[k]!.matrix));
  }
});
