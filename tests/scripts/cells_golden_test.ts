/**
 * The cells against the lecture: every entry of the golden file is shown by one
 * result of one cell, from the same inputs, beside the same printed text.
 */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { Matrix } from "kobai";
import { lecture } from "../../scripts/cells/lesson.ts";
import { erratumIds } from "../../scripts/cells/_errata.ts";
import type { Cell, Result, Value } from "../../scripts/lesson/cell.ts";
import { assertClose, type Tolerance } from "../_support/close.ts";
import golden from "../golden/notebook_cells.json" with { type: "json" };

interface Entry {
  readonly id: string;
  readonly section: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: string | null;
  readonly expected_exact: unknown;
}
const entries = golden.cells as readonly Entry[];

/** Where a golden value is shown. */
interface Place {
  readonly cell: Cell;
  readonly name: string;
  readonly result: Result;
}

function placesOf(id: string): Place[] {
  return lecture.flatMap((cell) =>
    Object.entries(cell.results)
      .filter(([, result]) => result.golden === id)
      .map(([name, result]) => ({ cell, name, result }))
  );
}

function placeOf(id: string): Place {
  const [place, ...others] = placesOf(id);
  assert(place !== undefined && others.length === 0, `${id} is shown once`);
  return place;
}

/** As rows of numbers: a number is one row of one, a list is one row. */
function rowsOf(value: unknown): number[][] {
  if (value instanceof Matrix) return value.toArray();
  if (typeof value === "number") return [[value]];
  const list = value as number[] | number[][];
  return typeof list[0] === "number" ? [list as number[]] : list as number[][];
}

/** On one line, as the golden file has it. */
const oneLine = (text: string): string => text.replace(/\n\s*/g, " ");

/** The golden file's words for what the cells call otherwise. */
const INPUT_NAMES: Record<string, Record<string, string>> = {
  "eq-normalise": { "A,B,C": "scores" },
  "eq-normalise-negative": { "A,B,C": "scores" },
  "eq-normalise-softmax": { a: "scores" },
  "ex-mse-y2": { y: "y2" },
  "ex-cee-y1": { y: "y1" },
  "ex-cee-y2": { y: "y2" },
  "cee-delta-perfect": { y: "hit" },
  "cee-delta-zero": { y: "miss" },
  "softmax-2d-right-large": { a: "large" },
  "gd-one-step": { lr: "learningRate" },
  "gd-one-step-loss": { lr: "learningRate" },
  "gd-100-losses": { lr: "learningRate" },
};

/**
 * Inputs that are drawn or written in the cell's own code, and are checked by
 * their results.
 */
const IN_THE_CODE: Record<string, string[]> = {
  "In3-forward-seed": ["x", "W1", "b1"], // unseeded, not reproducible
  "In3-forward-10rows": ["x", "W1", "b1"], // RandomState(0)
  // An exercise's data, shown nowhere else; None comes of any.
  "In8-missing-return": ["y", "t"],
  "numgrad-int-trap": ["f"],
  "numgrad-alias-trap": ["f"],
  "numgrad-h-sweep": ["h"], // one of its results
};

/** The notes of the golden file loosen these; two are measured differences. */
const TOLERANCES: Record<string, Tolerance> = {
  "text-w11": { rtol: 0, atol: 5e-9 },
  "text-w23": { rtol: 0, atol: 5e-9 },
  "Out12-gradient-seed": { rtol: 0, atol: 1e-10 },
  "Out12-gradient-right": { rtol: 0, atol: 1e-10 },
};

Deno.test("cells show every golden entry once, and nothing else by a golden name", () => {
  const shown = lecture.flatMap((cell) =>
    Object.values(cell.results).flatMap(({ golden }) => golden ?? [])
  );
  assertEquals(shown.sort(), entries.map(({ id }) => id).sort());
});

for (const entry of entries) {
  const { id } = entry;

  Deno.test(`cells show the golden value of ${id}`, () => {
    const { cell, name } = placeOf(id);
    // Softmax is shown where the lecture defines it.
    const section = id === "eq-normalise-softmax" ? "4.2.4" : entry.section;
    assertEquals(cell.section, section);
    const value = cell.run(cell.inputs)[name];
    if (entry.expected_exact === null) return assertUncomputed(id, value);
    // A loss for each row is a column for the cell, a list for the golden file.
    const found = id === "ex-cee-batch-rows"
      ? [rowsOf(value).flat()]
      : rowsOf(value);
    const expected = rowsOf(entry.expected_exact);
    if (id !== "numgrad-h-sweep") {
      return assertClose(found, expected, TOLERANCES[id] ?? "golden", id);
    }
    expected[0]!.forEach((error, i) => {
      const ratio = found[0]![i]! / error;
      assert(ratio > 0.1 && ratio < 10, `h is 1e-${i + 1}: ${ratio}`);
    });
  });

  Deno.test(`cells show what the lecture printed for ${id}`, () => {
    const { cell, result } = placeOf(id);
    if (entry.expected !== null) {
      assertEquals(oneLine(result.printed ?? ""), entry.expected);
      return;
    }
    // Nothing is printed for it, or it corrects what is printed beside it.
    const beside = Object.values(cell.results).map(({ golden }) =>
      entries.find(({ id }) => id === golden)?.expected
    );
    const { printed } = result;
    assert(printed === undefined || beside.includes(oneLine(printed)));
  });

  Deno.test(`cells compute ${id} from the golden inputs`, () => {
    const { cell } = placeOf(id);
    for (const [name, value] of Object.entries(entry.inputs)) {
      if (IN_THE_CODE[id]?.includes(name) || value === "randn(2,3)") continue;
      const input = cell.inputs[INPUT_NAMES[id]?.[name] ?? name];
      assert(input !== undefined, `${cell.name} has no input ${name}`);
      // One unit's weights are a column for the cell, a list for the golden
      // file.
      const found = id === "fig-weighted-sum" && name === "w"
        ? [rowsOf(input).flat()]
        : rowsOf(input);
      assertEquals(found, rowsOf(value), name);
    }
  });
}

/** What the golden file has no value for: the reason differs. */
function assertUncomputed(id: string, value: Value): void {
  switch (id) {
    case "In3-forward-seed": { // unseeded: only the shape can be the same
      const { rows, columns } = value as Matrix;
      return assertEquals([rows, columns], [1, 4]);
    }
    case "In8-missing-return": // None
      return assertEquals(value, undefined);
    case "numgrad-alias-trap": // "pass a copy and every entry is 0"
      return assertEquals(rowsOf(value), [[0, 0, 0], [0, 0, 0]]);
  }
  throw new Error(`${id} has no golden value`);
}

Deno.test("the sweep over h is taken at the golden steps", () => {
  const { cell } = placeOf("numgrad-h-sweep");
  const { inputs } = entries.find(({ id }) => id === "numgrad-h-sweep")!;
  assertEquals(rowsOf(cell.run(cell.inputs).h), rowsOf(inputs.h));
});

Deno.test("the cell of ten rows draws the golden numbers", () => {
  const { cell } = placeOf("In3-forward-10rows");
  assertEquals(cell.inputs, { seed: 0 });
  assertMatch(cell.source, /W1 = .*\n.*b1 = .*\n.*x = /); // the draw order
});

/** The one that the golden file has no entry for: a slip in the text. */
const WORDS_ALONE = "double-negative";

Deno.test("cells show each erratum once, in a section where the golden file has it", () => {
  const ids = golden.errata.map(({ id }) => id);
  assertEquals(ids.length, 15);
  const shown = lecture.flatMap(({ errata = [] }) =>
    errata.map(({ id }) => id)
  );
  assertEquals(shown.toSorted(), [...ids, WORDS_ALONE].sort());
  assertEquals([...erratumIds].sort(), shown.sort());
  for (const { id, cells } of golden.errata) {
    const cell = lecture.find(({ errata = [] }) =>
      errata.some((erratum) => erratum.id === id)
    )!;
    const sections = cells.map((id) =>
      entries.find((entry) => entry.id === id)!.section
    );
    assert(sections.includes(cell.section), `${id} in ${cell.name}`);
  }
});
