/** Nobody reads or writes a matrix but through the library. */
import { assert, assertEquals, assertMatch, assertThrows } from "@std/assert";
import { gradient, type Matrix, matrix, sum, zeros } from "kobai";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { needs, programPath } from "../../_support/permission.ts";

const PROGRAM = "tests/_support/closed_matrix_program.ts";

/** What an attempt of the program got, or met. */
type Attempt = { got: unknown } | { error: string; message: string };

const made = "Cannot make a matrix with new: its constructor is the " +
  "library's own, write matrix([[1, 2], [3, 4]])";
const lookAlike = "Cannot look at a matrix: this only has the prototype of " +
  "one, a matrix is made by matrix([[1, 2], [3, 4]])";
const cloned = /sendWhatToFloat64ArrayGives/;
const advice = /compare with equals\(a, b\) or allClose\(a, b\)/;
const changed = "Cannot make a matrix: the built-in Array has been changed, " +
  "the engine's own is needed";
/** The first numbers of W, 0s, W + W, W Wᵀ, W's row and 0s again. */
const undisturbed = [0.123456789, 0, 0.246913578, 0.9907026365401614];
const computed = [...undisturbed, 0.123456789, 0];

/** What must come of each attempt: a value, an error's text or its like. */
const EXPECTED: Record<string, { got: unknown } | string | RegExp> = {
  "assign rows": /property rows of .* only a getter/,
  "assign columns": /property columns of .* only a getter/,
  "assign at": /read only property 'at'/,
  "assign values": { got: 0.123456789 },
  // It spoils nothing but its own matrix, beyond which there is nothing.
  "define rows": { got: [[1.123456789], ...Array(8).fill([null])] },
  "assign to the prototype": /property 'at'/,
  "define on the prototype": "Cannot redefine property: rows",
  "another prototype above": /not extensible/,
  "assign to the class": /not extensible/,
  "symbols": { got: [] },
  "names in for-in": {
    got: [
      "compare with equals(a, b) or allClose(a, b)",
      "send what toFloat64Array() gives",
    ],
  },
  "structuredClone": cloned,
  "structuredClone within": cloned,
  "inspect": { got: "0.123456789" },
  "new": made,
  "new with arguments": made,
  "Reflect.construct": made,
  "a class of one's own": made,
  "look-alike's rows": lookAlike,
  "look-alike's columns": lookAlike,
  "look-alike's item()": lookAlike,
  "look-alike's text": lookAlike,
  "look-alike computed with": "Cannot add: left is an object with the " +
    "prototype of a matrix, a matrix or a number is needed",
  "look-alike an instance": { got: false },
  "method on something else": lookAlike,
  "getter on something else": lookAlike,
  "proxy's rows": lookAlike,
  "proxy computed with": "Cannot multiply: left is an object with the " +
    "prototype of a matrix, a matrix or a number is needed",
  "prototype taken away": { got: [] },
  "a list that lies": { got: [[1, null], [null, null]] },
  "overhear slice": { got: computed },
  "overhear concat": { got: computed },
  "overhear push": { got: computed },
  "overhear fill": { got: computed },
  "overhear set": { got: computed },
  "overhear iteration": { got: computed },
  "overhear call": { got: computed },
  "overhear apply": { got: computed },
  "copy by species": changed,
  "copy by constructor": changed,
  "deepEqual unlike": advice,
  "deepStrictEqual unlike": advice,
  "deepEqual alike": advice,
  "deepStrictEqual alike": advice,
  "deepStrictEqual itself": { got: null },
  "the secret": { got: [0.123456789, 0.987654321] },
};

/** Requires what the program printed to be what must come of it. */
function assertClosed(printed: string): void {
  const outcomes: Record<string, Attempt> = JSON.parse(printed);
  // The number that tells matrices apart, which is none of theirs.
  for (const name of ["all keys", "spread"]) {
    const outcome = outcomes[name]!;
    assert("got" in outcome, name);
    const [number, ...others] = outcome.got as number[];
    assert(Number.isInteger(number) && Number(number) > 0, name);
    assertEquals(others, [], name);
    delete outcomes[name];
  }
  const shown = outcomes["inspect fields"]!;
  const fields = String("got" in shown && shown.got);
  assertMatch(fields, /^_?Matrix .*compare with equals\(a, b\)/);
  assertEquals(/0\.123/.exec(fields), null);
  delete outcomes["inspect fields"];
  assertEquals(Object.keys(outcomes).sort(), Object.keys(EXPECTED).sort());
  for (const [name, outcome] of Object.entries(outcomes)) {
    const expected = EXPECTED[name]!;
    if (typeof expected === "string" || expected instanceof RegExp) {
      assert("error" in outcome, `${name} gave ${JSON.stringify(outcome)}`);
      if (expected instanceof RegExp) {
        assertMatch(outcome.message, expected, name);
      } else assertEquals(outcome.message, expected, name);
    } else assertEquals(outcome as unknown, expected, name);
  }
}

Deno.test(
  "Matrix gives its numbers to nobody and takes none, in Deno",
  needs("run", "read"),
  async () => {
    const args = ["run", "--no-prompt", PROGRAM];
    const { code, stdout, stderr } = await runDeno(args, { cwd: CHECKOUT });
    assertEquals([code, stderr], [0, ""]);
    assertClosed(stdout);
  },
);

Deno.test(
  "Matrix gives its numbers to nobody and takes none, bundled for Node [node]",
  needs("run", "read", "write", "node"),
  async () => {
    const folder = await Deno.makeTempDir();
    try {
      const bundle = `${folder}/program.mjs`;
      for (
        const args of [
          ["bundle", "-q", "-o", bundle, PROGRAM],
          ["run", "--allow-run", "tests/_support/in_program.ts"],
        ]
      ) {
        if (args[0] === "run") args.push(programPath("node"), bundle);
        const { code, stdout, stderr } = await runDeno(args, { cwd: CHECKOUT });
        assertEquals([code, stderr], [0, ""]);
        if (args[0] === "run") assertClosed(stdout);
      }
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
);

/** The fields that anybody can list. */
function fieldsOf(x: Matrix): unknown[] {
  return Reflect.ownKeys(x).map((key) => Reflect.get(x, key));
}

Deno.test("Matrix differs from every other for who compares fields", () => {
  const W = matrix([1, 2]);
  const others = [matrix([1, 2]), matrix([3]), zeros(0, 3), sum(W)];
  let followed: Matrix = W;
  gradient((at) => sum(followed = at), W);
  for (const x of [...others, followed]) {
    assertEquals(Reflect.ownKeys(x), Reflect.ownKeys(W));
    const unlike = fieldsOf(x).filter((value, i) => value !== fieldsOf(W)[i]);
    assertEquals(unlike.length, 1);
    assertEquals(typeof unlike[0], "number"); // which nothing takes for another
  }
  assertEquals(fieldsOf(W), fieldsOf(W));
});

Deno.test("assertEquals() of two matrices fails and says what to do", () => {
  const W = matrix([1, 2]);
  assertEquals(W, W);
  for (const x of [matrix([1, 2]), matrix([3, 4])]) {
    assertThrows(() => assertEquals(W, x), Error, "equals(a, b)");
    assertThrows(() => assertEquals({ W }, { W: x }), Error, "allClose(a, b)");
  }
});

Deno.test("Matrix tells an assertion how to compare it, nobody else", () => {
  const W = matrix([1, 2]), text = "array([[1., 2.]])";
  assertEquals(Deno.inspect([W]), `[ ${text} ]`);
  // What @std/assert asks for, one line of a difference for each field.
  const asked = { compact: false, sorted: true, depth: Infinity };
  assertMatch(
    Deno.inspect(W, asked),
    /^array\(\[\[1\., 2\.\]\]\) \/\/ matrix \d+: compare with equals\(a, b\) or allClose\(a, b\)$/,
  );
});
