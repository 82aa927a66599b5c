/** Gradients with fewer digits than could be measured. */
import { assert, assertEquals } from "@std/assert";
import {
  checkGradient,
  exp,
  fromFloat64Array,
  gradient,
  type GradientReport,
  matrix,
  numericalGradient,
  SimpleNet,
  sum,
} from "../../../mod.ts";
import { drawNet, type Parameters } from "../../_support/random_nets.ts";
import { forSeeds } from "../../_support/seeded.ts";

/** Every number of some parameters changed. */
function changed(at: Parameters, f: (x: number) => number): Parameters {
  return Object.fromEntries(
    Object.entries(at).map(([name, x]) => [
      name,
      fromFloat64Array(x.toFloat64Array().map(f), x.rows, x.columns),
    ]),
  );
}

const W = matrix([
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
]);
const x = matrix([2, 3]), t = matrix([0, 0, 1]);
const at = { W };
const loss = ({ W }: Parameters) => new SimpleNet(W!).loss(x, t);
const right = gradient(loss, at);

function check(claim: Parameters): GradientReport {
  return checkGradient(loss, at, { gradient: claim });
}

Deno.test("checkGradient() agrees with a gradient as NumPy prints it to 8 digits", () => {
  // The central differences of notebook_cells.json, Out12-gradient-right, from
  // NumPy, with the 8 decimals that NumPy prints.
  const W = matrix([
    [1.75066144, 0.22035462, -1.97101606],
    [2.62599215, 0.33053193, -2.95652408],
  ]);
  const report = check({ W });
  assertEquals([report.verdict, report.digits], ["agrees", 8]);
  assertEquals([report.agreeing, report.disagreeing], [6, 0]);
  assert(
    report.sentence.startsWith(
      "The gradient agrees to 8 digits: all 6 entries are as near to what was " +
        "measured as ",
    ),
    report.sentence,
  );
});

Deno.test("checkGradient() says how many digits agree, and of what they are", () => {
  const claims: [string, number, Parameters][] = [
    ["numbers with 5 decimals", 5, changed(right, (x) => Number(x.toFixed(5)))],
    [
      "numbers with 6 digits",
      5,
      changed(right, (x) => Number(x.toPrecision(6))),
    ],
    ["numbers in single precision", 7, changed(right, Math.fround)],
    [
      "central differences with a step of 1e-4",
      8,
      numericalGradient(loss, at),
    ],
    [
      "central differences with a step of 1e-3",
      6,
      numericalGradient(loss, at, { h: 1e-3 }),
    ],
    [
      "forward differences with a step of 1e-5",
      5,
      numericalGradient(loss, at, { method: "forward", h: 1e-5 }),
    ],
  ];
  for (const [like, digits, claim] of claims) {
    const { verdict, sentence, ...report } = check(claim);
    assertEquals(verdict, "agrees", `${like}: ${sentence}`);
    assert(
      sentence.includes(`as near to what was measured as ${like}.`),
      sentence,
    );
    assertEquals(report.digits, digits, like);
  }
});

Deno.test("checkGradient() agrees with what random nets print, store and measure", () => {
  const makers:
    ((net: ReturnType<typeof drawNet>, right: Parameters) => Parameters)[] = [
      (_, right) => changed(right, (x) => Number(x.toFixed(8))),
      (_, right) => changed(right, (x) => Number(x.toPrecision(8))),
      (_, right) => changed(right, Math.fround),
      ({ loss, at }) => numericalGradient(loss, at),
      ({ loss, at }) => numericalGradient(loss, at, { h: 1e-5 }),
      ({ loss, at }) => numericalGradient(loss, at, { h: 1e-6 }),
    ];
  forSeeds("fewer digits", 20, (draw) => {
    const net = drawNet(draw, { activations: ["sigmoid", "tanh"] });
    const right = gradient(net.loss, net.at);
    for (const [i, make] of makers.entries()) {
      const { verdict, digits, sentence } = checkGradient(net.loss, net.at, {
        gradient: make(net, right),
      });
      // Central differences of a quadratic function are right.
      assert(verdict === "agrees" || verdict === "right", `${i}: ${sentence}`);
      if (verdict === "agrees") assert(digits! >= 6, `${i}: ${sentence}`);
    }
  });
});

Deno.test("checkGradient() calls wrong what its own digits do not explain", () => {
  const factors = [1.001, 1.0001, 1.00001, 1 + 1e-7, -1];
  for (const factor of factors) {
    const whole = check(changed(right, (x) => factor * x));
    assertEquals(whole.verdict, "wrong", `${factor}: ${whole.sentence}`);
    assertEquals(whole.digits, undefined);
    for (let place = 0; place < 6; place++) {
      let k = 0;
      const one = check(changed(right, (x) => k++ === place ? factor * x : x));
      assertEquals(one.verdict, "wrong", `${factor} in ${place}`);
      // Beside numbers that are printed, stored or measured, too.
      k = 0;
      const printed = check(
        changed(
          right,
          (x) => Number((k++ === place ? 1.0001 * x : x).toFixed(8)),
        ),
      );
      assertEquals(printed.verdict, "wrong", `printed, ${place}`);
      k = 0;
      const measured = check(
        changed(
          numericalGradient(loss, at),
          (x) => k++ === place ? 1.0001 * x : x,
        ),
      );
      assertEquals(measured.verdict, "wrong", `measured, ${place}`);
    }
  }
  // Three digits are too few to tell a mistake.
  const rough = check(changed(right, (x) => Number(x.toPrecision(3))));
  assertEquals(rough.verdict, "wrong");
});

Deno.test("checkGradient() has no digits of a gradient that is right", () => {
  assertEquals([check(right).verdict, check(right).digits], [
    "right",
    undefined,
  ]);
  const f = (x: typeof W) => sum(exp(x));
  const { digits } = checkGradient(f, W);
  assertEquals(digits, undefined);
});
