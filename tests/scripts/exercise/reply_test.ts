import { assertEquals } from "@std/assert";
import { readReply, readText } from "../../../scripts/exercise/reply.ts";
import { quote, replyText } from "../../../scripts/exercise/call.ts";
import type { Call } from "../../../scripts/exercise/call.ts";
import { matrix } from "kobai";

const call: Call = {
  name: "f",
  kinds: ["rows", "number"],
  arguments: [[[1, 2], [3, 4]], 0.5],
};

/** The reply of a call of `f`, by way of the text between the processes. */
function reply(f: unknown, of: Call = call) {
  return readReply(replyText({ f }, structuredClone(of), of));
}

function resultOf(value: unknown) {
  return reply(() => value)?.result;
}

Deno.test("replyText() tells numbers in whatever they come", () => {
  const rows = [[1, 2], [3, 4]];
  for (
    const value of [
      matrix(rows),
      rows,
      [new Float64Array([1, 2]), [3, 4]],
    ]
  ) assertEquals(resultOf(value), { kind: "rows", rows });
  assertEquals(resultOf([1, 2]), { kind: "rows", rows: [[1, 2]] });
  assertEquals(resultOf(new Float32Array([0.5])), {
    kind: "rows",
    rows: [[0.5]],
  });
  assertEquals(resultOf(matrix([7])), { kind: "rows", rows: [[7]] });
  assertEquals(resultOf(7), { kind: "rows", rows: [[7]] });
});

Deno.test("replyText() tells every number to its last bit", () => {
  const numbers = [
    0.1 + 0.2,
    -1 / 3,
    5e-324,
    -1.7976931348623157e308,
    1e21,
    123456789,
    NaN,
    Infinity,
    -Infinity,
    0,
  ];
  assertEquals(resultOf(numbers), { kind: "rows", rows: [numbers] });
});

Deno.test("replyText() tells texts and errors letter by letter", () => {
  const text = '良い "a\\b"\n\u{1f600}\ud800`';
  assertEquals(resultOf(text), { kind: "text", text });
  assertEquals(readText(quote(text)), text);
  const message = (thrown: unknown) =>
    reply(() => {
      throw thrown;
    })?.result;
  const threw = (message: string) => ({ kind: "threw" as const, message });
  assertEquals(message(new RangeError("no")), threw("RangeError: no"));
  assertEquals(message("no"), threw("no"));
  assertEquals(message(5), threw("5"));
  assertEquals(message(undefined), threw("(undefined)"));
  assertEquals(message(Symbol("no")), threw("(symbol)"));
  assertEquals(message({}), threw("(object)"));
  const trap = {
    get message() {
      throw new Error();
    },
  };
  assertEquals(message(trap), threw("(?)"));
});

Deno.test("replyText() says what a result is that is no result", () => {
  const type = (type: string) => ({ kind: "type" as const, type });
  assertEquals(resultOf(undefined), type("undefined"));
  assertEquals(resultOf(null), type("null"));
  assertEquals(resultOf(true), type("boolean"));
  assertEquals(resultOf(1n), type("bigint"));
  assertEquals(resultOf(() => 1), type("function"));
  assertEquals(resultOf({ rows: 1 }), type("object"));
  assertEquals(resultOf(Promise.resolve(1)), type("promise"));
  assertEquals(resultOf([]), type("empty"));
  assertEquals(resultOf([[]]), type("empty"));
  assertEquals(resultOf(matrix([[], []])), type("empty"));
  assertEquals(resultOf([[1, 2], [3]]), type("ragged"));
  assertEquals(resultOf([[1], 2]), type("ragged"));
  assertEquals(resultOf(["1"]), type("elements"));
  assertEquals(resultOf([[[1]]]), type("elements"));
  assertEquals(resultOf(new Array(101).fill(1)), type("large"));
  assertEquals(resultOf(matrix([new Array(101).fill(1)])), type("large"));
  assertEquals(
    resultOf(new Array(11).fill(new Array(10).fill(1))),
    type("large"),
  );
});

Deno.test("replyText() knows a function that is missing", () => {
  const missing = (type: string) => ({ kind: "missing" as const, type });
  assertEquals(reply(undefined)?.result, missing("undefined"));
  assertEquals(reply(5)?.result, missing("number"));
  assertEquals(
    readReply(replyText(undefined, call, call))?.result.kind,
    "threw",
  );
});

Deno.test("replyText() sees whether an argument was changed, rounding aside", () => {
  const changed = (f: (W: number[][]) => unknown) => reply(f)?.changed;
  assertEquals(changed(() => 1), false);
  assertEquals(changed((W) => W[0]![0]! += 1e-12), false);
  assertEquals(changed((W) => W[1]![1]! += 1e-6), true);
  assertEquals(changed((W) => W.pop()), true);
  assertEquals(changed((W) => W[0]!.push(5)), true);
  assertEquals(changed((W) => W[0] = [2, 1]), true);
  const trap = {
    get: () => {
      throw new Error();
    },
  };
  assertEquals(changed((W) => W[0] = new Proxy([1, 2], trap)), true);
});

Deno.test("replyText() counts the calls of a function that it hands over", () => {
  const surface = {
    linear: [[1, 2]],
    square: [[3, 0]],
    cube: [[0, 4]],
    together: 5,
  };
  const of: Call = {
    name: "f",
    kinds: ["surface", "rows"],
    arguments: [surface, [[2, -1]]],
  };
  const f = (surface: (W: unknown) => number, W: number[][]) => [
    surface(W),
    surface([[0, 0]]),
    surface(matrix([2, -1])),
  ];
  // 2 - 2 + 3 * 4 + 4 * -1 + 5 * 1
  assertEquals(reply(f, of), {
    result: { kind: "rows", rows: [[13, 0, 13]] },
    calls: 3,
    changed: false,
  });
  const wrong = reply((surface: (W: unknown) => number) => surface([1]), of);
  assertEquals(wrong?.result.kind, "threw");
});

Deno.test("replyText() hands over the slope of a bowl", () => {
  const of: Call = {
    name: "f",
    kinds: ["slope", "matrix"],
    arguments: [{ center: [[1], [2]], pull: 3, together: 0.5 }, [[2], [4]]],
  };
  // away from the center by 1 and 2: 3 * 1 + 0.5 * 3 and 3 * 2 + 0.5 * 3
  const f = (slope: (W: unknown) => unknown, W: unknown) => slope(W);
  assertEquals(reply(f, of)?.result, { kind: "rows", rows: [[4.5], [7.5]] });
});

Deno.test("readReply() takes nothing that replyText() does not write", () => {
  for (
    const text of [
      "",
      "0 0",
      "0 0 ",
      "0 2 rows 1 1 5",
      "-1 0 rows 1 1 5",
      "x 0 rows 1 1 5",
      "0 0 rows 1 1",
      "0 0 rows 1 1 ",
      "0 0 rows 1 2 5",
      "0 0 rows 1 1 5 6",
      "0 0 rows 0 1",
      "0 0 rows 1 1 0x5",
      "0 0 rows 1 1 1_0",
      "0 0 rows 1 1 five",
      "0 0 rows 1.5 2 1 2 3",
      "0 0 rows -1 -1 5",
      '0 0 text "a',
      '0 0 text "a"b"',
      '0 0 text "\\x"',
      '0 0 text "良い"',
      "0 0 text a",
      "0 0 type <b>",
      "0 0 lost timeout",
      "0 0 rows 1 1 5\n",
    ]
  ) assertEquals(readReply(text), undefined, text);
});
