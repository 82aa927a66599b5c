import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  lastResult,
  spreadOf,
  timeInTurn,
} from "../../../scripts/bench/measure.ts";

Deno.test("spreadOf() is the middle and the extremes, and leaves the numbers alone", () => {
  const numbers = [5, 1, 4];
  assertEquals(spreadOf(numbers), { median: 4, min: 1, max: 5 });
  assertEquals(numbers, [5, 1, 4]);
  assertEquals(spreadOf([4, 1, 2, 10]), { median: 3, min: 1, max: 10 });
  assertEquals(spreadOf([10, 9]), { median: 9.5, min: 9, max: 10 });
  assertEquals(spreadOf([7]), { median: 7, min: 7, max: 7 });
});

Deno.test("timeInTurn() times each function as often as it is told, in turn", () => {
  const order: string[] = [];
  const spin = (name: string) => () => {
    if (order.at(-1) !== name) order.push(name);
    let sum = 0;
    for (let k = 0; k < 20_000; k++) sum += k / 3;
    return name + sum;
  };
  const times = timeInTurn([spin("a"), spin("b")], 3, 0.01);
  assertEquals(times.map((one) => one.length), [3, 3]);
  assert(times.flat().every((time) => time > 0 && Number.isFinite(time)));
  // each warms up, and then one round for each number, at least
  assertMatch(order.join(""), /^(ab){4,}$/);
  assert(String(lastResult()).startsWith("b"));
});
