/**
 * Static types: what the compiler infers, and what it refuses. The claims are
 * checked when this file is; each is also run, so that none is only on paper.
 */
import { assertEquals, assertThrows } from "@std/assert";
import {
  add,
  checkGradient,
  exp,
  gradient,
  gradientDescent,
  type GradientReport,
  type Matrix,
  matrix,
  type MeasuredGradient,
  multiply,
  type Nesting,
  numericalGradient,
  numericalGradientWithError,
  type Optimizer,
  SimpleNet,
  sum,
  valueAndGradient,
} from "../../../mod.ts";
import { assertSame } from "../../_support/matrices.ts";

/** `true` only if A and B are the same type, and none of them `any`. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends
  (<T>() => T extends B ? 1 : 2) ? true : false;

/** Requires that the type of a value is B; the value comes back. */
function typed<B>() {
  return <A>(value: A, _same: Same<A, B>): A => value;
}

const a = matrix([1, 2]), b = matrix([3]);
const product = (x: Matrix, y: Matrix) => sum(multiply(x, y));

interface Layer {
  W: Matrix;
  b: Matrix;
}
interface Fixed {
  readonly layers: readonly Layer[];
  readonly scale: Matrix;
}
type Named = { W: Matrix; b: Matrix };

Deno.test("the gradient of a matrix is a matrix, whatever way it is taken", () => {
  const f = (x: Matrix) => product(x, x);
  const dW = typed<Matrix>()(gradient(f, a), true);
  assertSame(dW, matrix([2, 4]));
  typed<[value: Matrix, gradient: Matrix]>()(valueAndGradient(f, a), true);
  typed<Matrix>()(numericalGradient(f, a), true);
  typed<MeasuredGradient<Matrix>>()(numericalGradientWithError(f, a), true);
  typed<GradientReport>()(checkGradient(f, a), true);
  // f may take more than the matrix
  typed<Matrix>()(gradient(exp, b), true);
  typed<[value: Matrix, gradient: Matrix]>()(valueAndGradient(exp, b), true);
  typed<Matrix>()(numericalGradient(exp, b), true);
  typed<MeasuredGradient<Matrix>>()(numericalGradientWithError(exp, b), true);
  assertEquals(checkGradient(exp, b, { gradient: exp }).verdict, "right");
  // f's parameter is inferred from the matrix, too
  typed<Matrix>()(gradient((x) => product(x, x), a), true);
});

Deno.test("the gradient of a record has its type: literal, alias, interface", () => {
  const literal = { W: a, b };
  const inferred = gradient(({ W, b }) => add(product(W, W), b), literal);
  typed<{ W: Matrix; b: Matrix }>()(inferred, true);
  assertEquals(inferred.b.item(), 1);

  const layer: Layer = literal, named: Named = literal;
  const ofLayer = (at: Layer) => product(at.W, at.b);
  const ofNamed = (at: Named) => product(at.W, at.b);
  typed<Layer>()(gradient(ofLayer, layer), true);
  typed<Named>()(gradient(ofNamed, named), true);
  typed<Layer>()(numericalGradient(ofLayer, layer), true);
  typed<Layer>()(numericalGradientWithError(ofLayer, layer).error, true);
  typed<[value: Matrix, gradient: Named]>()(
    valueAndGradient(ofNamed, named),
    true,
  );

  const dictionary: Record<string, Matrix> = { W: a };
  const ofAny = (at: Record<string, Matrix>) => sum(at.W!);
  typed<Record<string, Matrix>>()(gradient(ofAny, dictionary), true);
});

Deno.test("the gradient of a list has its type: array, tuple, readonly", () => {
  const list: Matrix[] = [a, a];
  typed<Matrix[]>()(gradient(([x, y]) => product(x!, y!), list), true);
  const pair: [Matrix, Matrix] = [a, a];
  typed<[Matrix, Matrix]>()(gradient(([x, y]) => product(x, y), pair), true);
  const fixed: readonly [Matrix, Matrix] = pair;
  const ofFixed = gradient(([x, y]) => product(x, y), fixed);
  typed<readonly [Matrix, Matrix]>()(ofFixed, true);
  const many: readonly Matrix[] = list;
  typed<readonly Matrix[]>()(gradient(([x]) => sum(x!), many), true);
  assertSame(ofFixed[1], a);
});

Deno.test("the gradient of a nesting has its type, all the way down", () => {
  const at: Fixed = { layers: [{ W: a, b }, { W: a, b }], scale: b };
  const loss = ({ layers, scale }: Fixed) =>
    layers.reduce((y, { W, b }) => add(y, product(W, b)), scale);
  typed<Fixed>()(gradient(loss, at), true);
  typed<Fixed>()(numericalGradient(loss, at), true);
  typed<Fixed>()(numericalGradientWithError(loss, at).gradient, true);
  assertEquals(checkGradient(loss, at).verdict, "right");

  const deep = { a: [{ b: [a, { c: b }] as const }] };
  const ofDeep = gradient((at) => {
    const [{ b: [x, { c }] }] = at.a as [typeof at.a[0]];
    return product(x, c);
  }, deep);
  typed<typeof deep>()(ofDeep, true);
});

Deno.test("one function goes to all of them without a cast", () => {
  const at: Layer = { W: a, b };
  const loss = ({ W, b }: Layer) => product(W, b);
  const [value, exact] = valueAndGradient(loss, at);
  const measured: Layer = numericalGradient(loss, at);
  const own = (at: Layer): Layer => gradient(loss, at);
  const reports = [
    checkGradient(loss, at),
    checkGradient(loss, at, { gradient: exact }),
    checkGradient(loss, at, { gradient: own, sample: 2 }),
    checkGradient(loss, at, {
      gradient: numericalGradient(loss, at, { method: "richardson" }),
    }),
  ];
  assertEquals(reports.map(({ verdict }) => verdict), [
    "right",
    "right",
    "undecided", // a sample
    "right",
  ]);
  assertEquals([value.item(), measured.W.rows], [9, 1]);
});

Deno.test("a generic function hands its parameters on, and no type is spelled out", () => {
  function slopesOf<T extends object>(
    f: (at: T) => Matrix,
    at: T & Nesting<T>,
  ): T[] {
    const report = checkGradient(f, at, { gradient: gradient(f, at) });
    assertEquals(report.verdict, "right");
    return [
      gradient(f, at),
      gradient<T>(f, at),
      valueAndGradient(f, at)[1],
      numericalGradient(f, at),
      numericalGradientWithError(f, at).gradient,
      gradientDescent().step(at, gradient(f, at)).parameters,
      gradient((at) => f(at), at),
      gradient((at: T) => f(at), at),
    ];
  }
  const at: Layer = { W: a, b };
  const found = typed<Layer[]>()(
    slopesOf(({ W, b }: Layer) => product(W, b), at),
    true,
  );
  assertSame(found[0]!.W, matrix([3, 3]));
  typed<Matrix[]>()(slopesOf((x: Matrix) => sum(x), a), true);
  typed<{ W: Matrix }[]>()(slopesOf(({ W }) => sum(W), { W: a }), true);
});

Deno.test("a part of the parameters may be optional", () => {
  type Loose = { W: Matrix; b?: Matrix };
  interface Deep {
    readonly layers: readonly Loose[];
    scale?: { by: Matrix };
  }
  const ofLoose = ({ W, b }: Loose) => b ? product(W, b) : sum(W);
  const without: Loose = { W: a }, both: Loose = { W: a, b };
  assertEquals(Object.keys(typed<Loose>()(gradient(ofLoose, without), true)), [
    "W",
  ]);
  assertEquals(gradient(ofLoose, both).b?.item(), 3);
  typed<Loose>()(numericalGradient(ofLoose, both), true);
  typed<Loose>()(numericalGradientWithError(ofLoose, both).error, true);
  typed<[value: Matrix, gradient: Loose]>()(
    valueAndGradient(ofLoose, both),
    true,
  );
  assertEquals(checkGradient(ofLoose, without).verdict, "right");
  const stepped = gradientDescent().step(both, gradient(ofLoose, both));
  typed<Loose>()(stepped.parameters, true);
  const at: Deep = { layers: [without, both] };
  const ofDeep = ({ layers }: Deep) =>
    add(...layers.map(ofLoose) as [Matrix, Matrix]);
  typed<Deep>()(gradient(ofDeep, at), true);

  interface Wrong {
    W: Matrix;
    rate?: number;
  }
  const wrong: Wrong = { W: a, rate: 0.1 };
  // @ts-expect-error an optional part that is no matrix
  assertThrows(() => gradient(({ W }) => sum(W), wrong), TypeError);
  // @ts-expect-error a part that is there, and undefined
  assertThrows(() => gradient(ofLoose, { W: a, b: undefined }), TypeError);
});

Deno.test("an optimizer of one's own has a name of its own", () => {
  const still: Optimizer = {
    name: "standstill",
    learningRate: 1,
    weightDecay: 0,
    step: (parameters) => ({ parameters, optimizer: still }),
  };
  typed<string>()(still.name, true);
  assertSame(still.step(a, a).parameters, a);
});

Deno.test("the compiler refuses parameters that hold anything but matrices", () => {
  const one = () => sum(a);
  const refused: (() => unknown)[] = [
    // @ts-expect-error a number
    () => gradient(one, 3),
    // @ts-expect-error a text
    () => gradient(one, "W"),
    // @ts-expect-error a number beside a matrix
    () => gradient(one, { W: a, learningRate: 0.1 }),
    // @ts-expect-error rows of numbers
    () => gradient(one, [[1, 2]]),
    // @ts-expect-error a function
    () => gradient(one, { W: a, activation: sum }),
    // @ts-expect-error a function, as it is
    () => gradient(one, sum),
    // @ts-expect-error something that may be missing
    () => gradient(one, { W: a, b: null }),
    // @ts-expect-error an object with methods, such as a net
    () => gradient(one, new SimpleNet(matrix([[1, 2, 3], [4, 5, 6]]))),
    // @ts-expect-error a typed array
    () => gradient(one, new Float64Array(2)),
    // @ts-expect-error a map
    () => gradient(one, new Map([["W", a]])),
    // @ts-expect-error deeper down
    () => gradient(one, { layers: [{ W: a, size: 2 }] }),
    // @ts-expect-error the same for the others
    () => valueAndGradient(one, { W: a, learningRate: 0.1 }),
    // @ts-expect-error the same for the others
    () => numericalGradient(one, { W: a, learningRate: 0.1 }),
    // @ts-expect-error the same for the others
    () => numericalGradientWithError(one, { W: a, learningRate: 0.1 }),
    // @ts-expect-error the same for the others
    () => checkGradient(one, { W: a, learningRate: 0.1 }),
  ];
  for (const call of refused) assertThrows(call, TypeError);
});

Deno.test("the compiler refuses functions that return no matrix, or take other parameters", () => {
  const refused: (() => unknown)[] = [
    // @ts-expect-error a number, which backpropagation cannot follow
    () => gradient(() => 3, a),
    // @ts-expect-error nothing
    () => gradient(() => {}, a),
    // @ts-expect-error a promise
    () => gradient((x: Matrix) => Promise.resolve(sum(x)), a),
    // @ts-expect-error a text
    () => numericalGradient(() => "3", a),
    // @ts-expect-error a record where f takes a matrix
    () => gradient((x: Matrix) => sum(x), { W: a }),
    // @ts-expect-error a key that is not there
    () => gradient((at: Layer) => sum(at.W), { b: a }),
    // @ts-expect-error a key that is not there
    () => gradient(({ V }) => sum(V), { W: a }),
    // @ts-expect-error a gradient of another kind
    () => checkGradient((x) => sum(x), a, { gradient: 3 }),
    // @ts-expect-error a method that does not exist
    () => numericalGradient((x) => sum(x), a, { method: "backward" }),
    // @ts-expect-error an option that does not exist
    () => numericalGradient((x) => sum(x), a, { step: 1 }),
    // @ts-expect-error an option that does not exist
    () => checkGradient((x) => sum(x), a, { tolerance: 1e-3 }),
    // @ts-expect-error six differences
    () => numericalGradientWithError((x) => sum(x), a, { differences: 6 }),
  ];
  for (const call of refused) assertThrows(call, TypeError);
});

Deno.test("a numerical gradient takes a function that returns a number", () => {
  const f = (x: Matrix) => product(x, x).item();
  typed<Matrix>()(numericalGradient(f, a), true);
  typed<Matrix>()(numericalGradientWithError(f, a).error, true);
});
