import { assert, assertEquals, assertNotEquals } from "@std/assert";
import {
  adaGrad,
  adam,
  type AdamOptions,
  gradient,
  gradientDescent,
  type Matrix,
  matrix,
  momentum,
  multiply,
  nesterov,
  type Optimizer,
  rmsProp,
  subtract,
  sum,
  zeros,
} from "../../../mod.ts";
import { numbersOf } from "../../../lib/matrix/matrix.ts";
import golden from "../../golden/optimizers.json" with { type: "json" };
import { assertClose } from "../../_support/close.ts";
import {
  assertSame,
  columnByColumn,
  drawMatrix,
  rowByRow,
  wrong,
} from "../../_support/matrices.ts";
import { numbersIn } from "../../_support/numpy_golden.ts";
import { assertRefuses, assertRefusesOptions } from "../../_support/refusal.ts";
import { forSeeds } from "../../_support/seeded.ts";

const makers = {
  gradientDescent,
  momentum,
  nesterov,
  adaGrad,
  rmsProp,
  adam,
};
/** What errors say that each was about to do. */
const makings = {
  gradientDescent: "make gradient descent",
  momentum: "make momentum",
  nesterov: "make Nesterov's momentum",
  adaGrad: "make AdaGrad",
  rmsProp: "make RMSprop",
  adam: "make Adam",
};

/** The bowl of "Deep Learning from Scratch" 6.1.2: x²/20 + y² from (-7, 2). */
const bowl = (at: Matrix): Matrix =>
  sum(multiply(matrix([1 / 20, 1]), multiply(at, at)));

/** The places after each of so many steps down the bowl. */
function descend(optimizer: Optimizer, steps: number): number[] {
  let at = matrix([-7, 2]);
  const places: number[] = [];
  for (let i = 0; i < steps; i++) {
    ({ parameters: at, optimizer } = optimizer.step(at, gradient(bowl, at)));
    places.push(...at.toFloat64Array());
  }
  return places;
}

/** Where a few steps with given slopes lead. */
function walk(start: Matrix, optimizer: Optimizer, slopes: Matrix[]): Matrix {
  let parameters = start;
  for (const slope of slopes) {
    ({ parameters, optimizer } = optimizer.step(parameters, slope));
  }
  return parameters;
}

for (const { optimizer, options, places } of golden.runs) {
  const title = `${optimizer}() meets NumPy: ${JSON.stringify(options)}`;
  Deno.test(title, () => {
    const made = makers[optimizer as keyof typeof makers](options);
    // A rounding is carried on from step to step.
    const tolerance = { rtol: 1e-11, atol: 1e-14 };
    assertClose(descend(made, 30), numbersIn(places), tolerance);
  });
}

Deno.test("optimizers lead where the book's programs do", () => {
  // Its numbers after 30 steps; its Adam has another epsilon, see there.
  const cases: [Optimizer, [number, number], number][] = [
    [
      gradientDescent({ learningRate: 0.95 }),
      [-0.3503929957523197, 0.0847823165504322],
      1e-12,
    ],
    [
      momentum({ learningRate: 0.1 }),
      [0.896413858493733, 0.08808560171506971],
      1e-12,
    ],
    [adaGrad({ learningRate: 1.5 }), [-0.12016232231416045, 2.486e-17], 1e-12],
    [
      adam({ learningRate: 0.3 }),
      [0.13600685239498186, 0.31824537553721943],
      1e-4,
    ],
  ];
  for (const [optimizer, place, rtol] of cases) {
    const found = descend(optimizer, 30).slice(-2);
    assertClose(found, place, { rtol, atol: 1e-19 }, optimizer.name);
  }
});

Deno.test("gradientDescent() subtracts the slope times the learning rate", () => {
  forSeeds("gradient descent", 20, (draw) => {
    const W = drawMatrix(draw, 3, 4), dW = drawMatrix(draw, 3, 4);
    const learningRate = draw.number(0.01, 1);
    const { parameters } = gradientDescent({ learningRate }).step(W, dW);
    assertSame(parameters, subtract(W, multiply(learningRate, dW)));
  });
});

Deno.test("momentum() and nesterov() of 0 are gradient descent", () => {
  forSeeds("momentum 0", 10, (draw) => {
    const W = drawMatrix(draw, 2, 3);
    const slopes = [1, 2, 3].map(() => drawMatrix(draw, 2, 3));
    const options = { learningRate: 0.1 };
    const expected = walk(W, gradientDescent(options), slopes);
    for (const make of [momentum, nesterov]) {
      const found = walk(W, make({ ...options, momentum: 0 }), slopes);
      assertClose(found, expected, "golden");
    }
  });
});

Deno.test("momentum() on a steady slope reaches rate / (1 - momentum) a step", () => {
  const slopes = Array(200).fill(matrix([1]));
  const optimizer = momentum({ learningRate: 0.1, momentum: 0.75 });
  const before = walk(matrix([0]), optimizer, slopes.slice(1)).item();
  const after = walk(matrix([0]), optimizer, slopes).item();
  assertClose(after - before, -0.1 / 0.25, { rtol: 1e-10, atol: 0 });
});

Deno.test("adam() computes Kingma and Ba's formulas, step by step", () => {
  // By hand for slopes 1, then -2, rate 0.1, beta1 0.5, beta2 0.75:
  //   m = 0.5, v = 0.25, both corrected 1: W = 0 - 0.1 / (1 + 1) with epsilon 1
  //   m = 0.25 - 1 = -0.75, corrected -0.75 / 0.75 = -1
  //   v = 0.1875 + 1 = 1.1875, corrected 1.1875 / 0.4375
  const options = { learningRate: 0.1, beta1: 0.5, beta2: 0.75, epsilon: 1 };
  const first = walk(matrix([0]), adam(options), [matrix([1])]);
  assertClose(first.item(), -0.05, "golden");
  const slopes = [matrix([1]), matrix([-2])];
  const second = -0.05 + 0.1 / (Math.sqrt(1.1875 / 0.4375) + 1);
  assertClose(
    walk(matrix([0]), adam(options), slopes).item(),
    second,
    "golden",
  );
});

Deno.test("adam() does not care how steep the slope is, only where it points", () => {
  forSeeds("adam scale", 10, (draw) => {
    const W = drawMatrix(draw, 2, 2);
    const slopes = [1, 2, 3, 4].map(() => drawMatrix(draw, 2, 2));
    const steep = slopes.map((slope) => multiply(slope, 1000));
    const optimizer = adam({ learningRate: 0.1 });
    assertClose(walk(W, optimizer, steep), walk(W, optimizer, slopes), {
      rtol: 0,
      atol: 1e-4, // epsilon beside slopes that are nearly 0
    });
  });
});

Deno.test("adam() takes its first step from the steepest slope and the faintest", () => {
  const learningRate = 0.1, start = matrix([0]);
  for (const size of [1e200, 1.7e308, 1e154, 1, 1e-5]) {
    for (const slope of [size, -size]) {
      const at = walk(start, adam({ learningRate }), [matrix([slope])]).item();
      assertClose(at, -0.1 * Math.sign(slope), { rtol: 2e-3, atol: 0 });
    }
  }
  // What lies far below epsilon counts as nearly 0, as it says.
  const slope = matrix([1e-12]);
  const still = walk(start, adam({ learningRate }), [slope]).item();
  assertClose(still, -0.1 * 1e-12 / (1e-12 + 1e-8), "golden");
  for (const size of [1e-12, 1e-160, 1e-200, 1e-300]) {
    const optimizer = adam({ learningRate, epsilon: size * 1e-20 });
    const at = walk(start, optimizer, [matrix([size])]).item();
    assertClose(at, -0.1, { rtol: 1e-9, atol: 0 });
  }
});

Deno.test("adaGrad() and rmsProp() take extreme slopes as they do others", () => {
  forSeeds("squares far", 10, (draw) => {
    const W = drawMatrix(draw, 2, 2);
    const slopes = [1, 2, 3, 4].map(() => drawMatrix(draw, 2, 2));
    for (const make of [adaGrad, rmsProp]) {
      const near = walk(W, make({ learningRate: 0.1, epsilon: 1e-9 }), slopes);
      for (const power of [1e-170, 1e160, 1e300]) {
        const far = slopes.map((slope) => multiply(slope, power));
        const epsilon = 1e-9 * power;
        const found = walk(W, make({ learningRate: 0.1, epsilon }), far);
        assertClose(found, near, "golden");
      }
    }
  });
});

Deno.test("adam() remembers slopes whose squares leave the range as it does others", () => {
  forSeeds("adam far", 10, (draw) => {
    const W = drawMatrix(draw, 2, 2);
    const slopes = [1, 2, 3, 4].map(() => drawMatrix(draw, 2, 2));
    for (const power of [1e-170, 1e160, 1e300]) {
      const far = slopes.map((slope) => multiply(slope, power));
      assertClose(
        walk(W, adam({ learningRate: 0.1, epsilon: 1e-9 * power }), far),
        walk(W, adam({ learningRate: 0.1, epsilon: 1e-9 }), slopes),
        "golden",
      );
    }
  });
});

for (const [name, make] of Object.entries(makers)) {
  Deno.test(`${name}() finds the bottom of a bowl`, () => {
    let at = matrix([3, -2]),
      // AdaGrad's steps become shorter, RMSprop's do not.
      optimizer: Optimizer = make({
        learningRate: { adaGrad: 0.5, rmsProp: 0.005 }[name] ?? 0.05,
      });
    for (let i = 0; i < 1000; i++) {
      const slope = gradient((w) => sum(multiply(w, w)), at);
      ({ parameters: at, optimizer } = optimizer.step(at, slope));
    }
    assertClose(at, [[0, 0]], { rtol: 0, atol: 1e-3 });
  });

  Deno.test(`${name}() changes neither its operands nor itself`, () => {
    forSeeds(name, 5, (draw) => {
      const W = drawMatrix(draw, 3, 2), dW = drawMatrix(draw, 3, 2);
      const before = [rowByRow(W), rowByRow(dW)];
      const fresh = make();
      const first = fresh.step(W, dW);
      assertSame(fresh.step(W, dW).parameters, first.parameters);
      const second = first.optimizer.step(first.parameters, dW);
      const again = first.optimizer.step(first.parameters, dW);
      assertSame(again.parameters, second.parameters);
      assertSame(W, before[0]!);
      assertSame(dW, before[1]!);
    });
  });

  Deno.test(`${name}() takes any nesting, each number by itself`, () => {
    forSeeds(`${name} nesting`, 5, (draw) => {
      const some = () => ({
        layers: [drawMatrix(draw, 2, 3), drawMatrix(draw, 1, 1)],
        empty: zeros(0, 2),
        b: drawMatrix(draw, 1, 4),
      });
      const at = some(), slope = some();
      const first = make().step(at, slope);
      const { parameters } = first.optimizer.step(first.parameters, slope);
      const alone = (W: Matrix, dW: Matrix) => walk(W, make(), [dW, dW]);
      assertSame(parameters.b, alone(at.b, slope.b));
      at.layers.forEach((W, i) =>
        assertSame(parameters.layers[i]!, alone(W, slope.layers[i]!))
      );
      assertEquals(parameters.empty.rows, 0);
    });
  });

  Deno.test(`${name}() gives the same for transposed matrices`, () => {
    forSeeds(`${name} orders`, 5, (draw) => {
      const W = drawMatrix(draw, 3, 4), dW = drawMatrix(draw, 3, 4);
      const { parameters } = make().step(rowByRow(W), rowByRow(dW));
      assertSame(
        make().step(columnByColumn(W), columnByColumn(dW)).parameters,
        parameters,
      );
    });
  });

  Deno.test(`${name}() shrinks every parameter by rate times decay, apart from the step`, () => {
    forSeeds(`${name} decay`, 10, (draw) => {
      const W = drawMatrix(draw, 3, 2), dW = drawMatrix(draw, 3, 2);
      const plain = make({ learningRate: 0.5 }).step(W, dW).parameters;
      const { parameters } = make({ learningRate: 0.5, weightDecay: 0.25 })
        .step(W, dW);
      const expected = subtract(plain, multiply(0.125, W));
      assertClose(parameters, expected, { rtol: 1e-13, atol: 1e-15 });
    });
  });

  Deno.test(`${name}() lets NaN through`, () => {
    const { parameters } = make().step(
      matrix([1, NaN, 1]),
      matrix([NaN, 1, 1]),
    );
    const [[a, b, c]] = parameters.toArray() as [[number, number, number]];
    assertEquals([Number.isNaN(a), Number.isNaN(b)], [true, true]);
    assert(Number.isFinite(c));
  });

  Deno.test(`${name}() leaves parameters in memory of their own`, () => {
    const at = { W: zeros(2, 16), b: zeros(1, 16) };
    const { W, b } = make().step(at, at).parameters;
    assertEquals([numbersOf(W).length, numbersOf(b).length], [32, 16]);
  });

  Deno.test(`${name}() has its name and settings as plain data`, () => {
    const optimizer = make({ learningRate: 0.5, weightDecay: 0.1 });
    const { optimizer: next } = optimizer.step(matrix([1]), matrix([1]));
    for (const one of [optimizer, next]) {
      const { learningRate, weightDecay } = one;
      assertEquals([one.name, learningRate, weightDecay], [name, 0.5, 0.1]);
    }
    assertNotEquals(optimizer, next);
  });

  const method = makings[name as keyof typeof makings];

  Deno.test(`${name}() refuses settings out of range`, () => {
    for (const learningRate of [0, -1, NaN, Infinity]) {
      assertRefuses(
        () => make({ learningRate }),
        RangeError,
        `Cannot ${method}: learningRate is ${learningRate}, ` +
          "a finite number of more than 0 is needed",
      );
    }
    assertRefuses(
      () => make({ weightDecay: -0.1 }),
      RangeError,
      `Cannot ${method}: weightDecay is -0.1, ` +
        "a finite number of 0 or more is needed",
    );
    assertRefuses(
      () => make({ learningRate: wrong("0.1") }),
      TypeError,
      `Cannot ${method}: learningRate is "0.1", a number is needed`,
    );
    assertRefusesOptions((options) => make(options), method);
  });
}

Deno.test("optimizers refuse shares of 1 and more, and an epsilon of 0", () => {
  for (const make of [momentum, nesterov]) {
    assertRefuses(
      () => make({ momentum: 1 }),
      RangeError,
      `Cannot ${makings[make.name as keyof typeof makings]}: ` +
        "momentum is 1, a number below 1 is needed",
    );
  }
  assertRefuses(
    () => rmsProp({ beta: 1 }),
    RangeError,
    "Cannot make RMSprop: beta is 1, a number below 1 is needed",
  );
  for (const make of [adaGrad, rmsProp]) {
    assertRefuses(
      () => make({ epsilon: 0 }),
      RangeError,
      `Cannot ${makings[make.name as keyof typeof makings]}: ` +
        "epsilon is 0, a finite number of more than 0 is needed",
    );
  }
  const cases: [AdamOptions, string][] = [
    [{ beta1: 1 }, "beta1 is 1, a number below 1 is needed"],
    [{ beta2: -1 }, "beta2 is -1, a finite number of 0 or more is needed"],
    [{ epsilon: 0 }, "epsilon is 0, a finite number of more than 0 is needed"],
  ];
  for (const [options, message] of cases) {
    assertRefuses(
      () => adam(options),
      RangeError,
      `Cannot make Adam: ${message}`,
    );
  }
});

Deno.test("Optimizer.step() refuses a gradient that does not fit", () => {
  const action = "Cannot take an optimizer's step";
  const W = zeros(2, 3), b = zeros(1, 3);
  const names = "both must have the same names";
  const shapes = "both must have the same shape";
  const cases: [object, object, ErrorConstructor, string][] = [
    [
      W,
      zeros(3, 2),
      RangeError,
      `the matrix is 2x3 in the parameters and 3x2 in the gradient, ${shapes}`,
    ],
    [
      { W, b },
      { W, b: W },
      RangeError,
      `b is 1x3 in the parameters and 2x3 in the gradient, ${shapes}`,
    ],
    [
      { W, b },
      { W },
      TypeError,
      `the gradient has nothing for b, ${names}`,
    ],
    [
      { W },
      { W, b },
      TypeError,
      `the gradient has b and the parameters have not, ${names}`,
    ],
    [
      W,
      { W },
      TypeError,
      `the gradient has nothing for the matrix, ${names}`,
    ],
    [
      [W],
      [0.5],
      TypeError,
      "[0] is 0.5, a matrix, or arrays and records of matrices are needed",
    ],
    [
      { W: 1 },
      { W },
      TypeError,
      "W is 1, a matrix, or arrays and records of matrices are needed",
    ],
    [
      { "a.b": W },
      { a: { b: W } },
      TypeError,
      `the gradient has nothing for ["a.b"], ${names}`,
    ],
    [
      { W, none: [] },
      { W },
      TypeError,
      "the parameters and the gradient are nested in different ways, " +
      "the same arrays and records are needed",
    ],
  ];
  for (const [at, slope, kind, message] of cases) {
    assertRefuses(
      () => adam().step(wrong<Matrix>(at), wrong<Matrix>(slope)),
      kind as RangeErrorConstructor,
      `${action}: ${message}`,
    );
  }
});

Deno.test("Optimizer.step() goes by the names, not by their order", () => {
  const at = { W: matrix([1, 2]), b: matrix([3, 4]) };
  const slope = { b: matrix([10, 10]), W: matrix([100, 100]) };
  const { W, b } = gradientDescent({ learningRate: 0.1 }).step(at, slope)
    .parameters;
  assertEquals([W.toArray(), b.toArray()], [[[-9, -8]], [[2, 3]]]);
});

Deno.test("Optimizer.step() refuses other parameters than those before", () => {
  const { optimizer } = adam().step(zeros(2, 3), zeros(2, 3));
  assertRefuses(
    () => optimizer.step(zeros(1, 3), zeros(1, 3)),
    RangeError,
    "Cannot take an optimizer's step: the parameters are 3 numbers and were " +
      "6 in the step before, each set of parameters needs its own optimizer",
  );
});

Deno.test("Optimizer.step() cannot be followed by a gradient, and says so", () => {
  const follow = () =>
    gradient((w) => sum(adam().step(w, matrix([1])).parameters), matrix([1]));
  assertRefuses(
    follow,
    TypeError,
    "Cannot take an optimizer's step: a gradient is being taken through this " +
      "1x1 value, look at detach(x) instead, which the gradient does not follow",
  );
});
