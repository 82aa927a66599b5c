import { AssertionError, assertThrows } from "@std/assert";
import { assertRefuses, assertRefusesOptions } from "./refusal.ts";

function refuse(): never {
  throw new RangeError("Cannot do it: x is 1, 2 is needed");
}

Deno.test("assertRefuses() wants the class and the whole message", () => {
  assertRefuses(refuse, RangeError, "Cannot do it: x is 1, 2 is needed");
  const others = [
    () => assertRefuses(refuse, TypeError, "Cannot do it: x is 1, 2 is needed"),
    () => assertRefuses(refuse, RangeError, "Cannot do it: x is 1"),
    () => assertRefuses(() => 1, RangeError, ""),
  ];
  for (const other of others) assertThrows(other, AssertionError);
});

Deno.test("assertRefusesOptions() wants each of several kinds refused", () => {
  function careful(options: unknown): void {
    if (typeof options === "object" && options !== null) return;
    throw new TypeError(`Cannot do it: the options are ${options}`);
  }
  assertRefusesOptions(careful, "do it");
  const others = [
    () => assertRefusesOptions(careful, "do that"),
    () => assertRefusesOptions(() => 1, "do it"),
    () =>
      assertRefusesOptions(
        (options: object | null) => options!.toString(),
        "do it",
      ),
  ];
  for (const other of others) assertThrows(other, AssertionError);
});
