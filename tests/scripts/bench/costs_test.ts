import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { add, type Matrix, matrix } from "kobai";
import { costsOf, requireAgreement } from "../../../scripts/bench/costs.ts";
import { makeNets, type Net } from "../../../scripts/bench/nets.ts";

const [net] = makeNets(["2-3"]) as [Net];

/** The lecture's net with a gradient that is off in one of its six numbers. */
function gradientOff(by: number): Net {
  const off = matrix([[0, 0, 0], [0, by, 0]]);
  return { ...net, gradient: () => add(net.gradient() as Matrix, off) };
}

function refusal(wrong: Net): string {
  return assertThrows(() => requireAgreement(wrong), RangeError).message;
}

Deno.test("requireAgreement() takes nets whose ways agree", () => {
  requireAgreement(net);
  requireAgreement(gradientOff(1e-8));
});

Deno.test("requireAgreement() refuses a gradient that is off by 2e-7", () => {
  for (const by of [2e-7, -2e-7, 1, NaN]) {
    assertMatch(
      refusal(gradientOff(by)),
      /^Cannot time the net 2-3: its gradient has .*, as by its definition$/,
    );
  }
});

Deno.test("requireAgreement() refuses a loss that is not the one by hand", () => {
  for (const factor of [1 + 2e-12, 0, NaN]) {
    const wrong = { ...net, byHand: () => net.byHand() * factor };
    assertMatch(refusal(wrong), /its loss is .*, as by hand$/);
  }
});

Deno.test("costsOf() times nothing that is wrong", () => {
  let calls = 0;
  const wrong = {
    ...gradientOff(1),
    numerical: (sample?: number) => {
      calls++;
      return net.numerical(sample);
    },
  };
  assertThrows(() => costsOf(wrong, 1), RangeError);
  assertEquals(calls, 1);
});
