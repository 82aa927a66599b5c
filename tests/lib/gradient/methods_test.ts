/**
 * The lecture's gradient by every method, against 30 digits; and the table of
 * the READMEs that says how near each of them comes, and what it costs.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import {
  gradient,
  type Matrix,
  matrix,
  numericalGradient,
  numericalGradientWithError,
  SimpleNet,
} from "../../../mod.ts";
import page from "../../../scripts/bench/README.md" with { type: "text" };
import pageJa from "../../../scripts/bench/README.ja.md" with {
  type: "text",
};
import golden from "../../golden/gradient_methods.json" with { type: "json" };

type Point = typeof golden.points[number];

function pointOf(name: string): Point {
  const found = golden.points.find((point) => point.name === name);
  assert(found, `gradient_methods.json has no point ${name}`);
  return found;
}

/** The largest relative error of a gradient at a point. */
function errorOf(found: readonly (readonly number[])[], point: Point): number {
  const errors = found.flatMap((row, i) =>
    row.map((value, j) => {
      const nearest = Number(point.gradient[i]![j]);
      return Math.abs(value - nearest - point.rest[i]![j]!) / Math.abs(nearest);
    })
  );
  assertEquals(errors.length, 6);
  return Math.max(...errors);
}

type Loss = (W: Matrix) => Matrix;

/** What a method finds at a point, and how often it evaluates the loss. */
function measure(
  method: (f: Loss, W: Matrix) => Matrix,
  point: Point,
): { calls: number; error: number } {
  const x = matrix(point.x);
  const t = matrix([0, 1, 2].map((k) => k === point.label ? 1 : 0));
  let calls = 0;
  const found = method((W) => {
    calls++;
    return new SimpleNet(W).loss(x, t);
  }, matrix(point.W));
  return { calls, error: errorOf(found.toArray(), point) };
}

/** Each method under the name that the table gives it. */
const METHODS: Record<string, (f: Loss, W: Matrix) => Matrix> = {
  'numericalGradient(f, W, { method: "forward" })': (f, W) =>
    numericalGradient(f, W, { method: "forward" }),
  "numericalGradient(f, W)": (f, W) => numericalGradient(f, W),
  'numericalGradient(f, W, { method: "richardson" })': (f, W) =>
    numericalGradient(f, W, { method: "richardson" }),
  "numericalGradientWithError(f, W)": (f, W) =>
    numericalGradientWithError(f, W).gradient,
  "numericalGradientWithError(f, W, { differences: 5 })": (f, W) =>
    numericalGradientWithError(f, W, { differences: 5 }).gradient,
  "gradient(f, W)": (f, W) => gradient(f, W),
};

/** The rows that the table must have: name, calls, error. */
function expectedRows(): Map<string, [string, string]> {
  const lecture = pointOf("lecture");
  const rows = new Map(
    Object.entries(METHODS).map(([name, method]) => {
      const { calls, error } = measure(method, lecture);
      return [name, [String(calls), error.toExponential(1)]] as const;
    }),
  );
  const others = lecture.scipy!;
  const error = errorOf(
    others.map((row) => row.map(({ derivative }) => derivative)),
    lecture,
  );
  const calls = others.flat().reduce((sum, { calls }) => sum + calls, 0);
  return new Map<string, [string, string]>([
    ...rows as Map<string, [string, string]>,
    ["scipy.differentiate.derivative", [
      String(calls),
      error.toExponential(1),
    ]],
  ]);
}

/** The text between the markers of a page. */
function markedText(text: string, file: string): string {
  const parts = text.split(/<!-- \/?gradient-methods -->/);
  assertEquals(
    parts.length,
    3,
    `${file} needs <!-- gradient-methods --> and <!-- /gradient-methods --> ` +
      "once each, with the table between them",
  );
  return parts[1]!;
}

/** The cells of a Markdown table, without its head. */
function cellsOf(text: string): string[][] {
  const lines = text.split("\n").filter((line) => line.startsWith("|"));
  return lines.slice(2).map((line) =>
    line.split("|").slice(1, -1).map((cell) => cell.trim())
  );
}

Deno.test("gradient() of the lecture's loss is its closed form to a few units in the last place", () => {
  const halfUnit = 2 ** -53;
  for (
    const [name, most] of [["lecture", 4], ["seed 0", 4], [
      "confident",
      8,
    ]] as const
  ) {
    const { error } = measure(METHODS["gradient(f, W)"]!, pointOf(name));
    assert(error <= most * halfUnit, `${name}: ${error / halfUnit} half units`);
  }
});

Deno.test("numericalGradient() meets the lecture's gradient as well as was promised", () => {
  const promised: [string, number, number][] = [
    ["numericalGradient(f, W)", 2, 1.1e-8],
    ['numericalGradient(f, W, { method: "richardson" })', 11, 4.6e-11],
    ["numericalGradientWithError(f, W)", 11, 4.6e-11],
    ["numericalGradientWithError(f, W, { differences: 5 })", 14, 1.6e-13],
  ];
  for (const [name, calls, digits] of promised) {
    const found = measure(METHODS[name]!, pointOf("lecture"));
    assert(found.error <= digits, `${name} is off by ${found.error}`);
    assert(found.calls <= 6 * calls, `${name} took ${found.calls} calls`);
  }
});

for (
  const [file, text] of [
    ["scripts/bench/README.md", page],
    ["scripts/bench/README.ja.md", pageJa],
  ] as const
) {
  Deno.test(`${file} says how exact each method is, and what it costs`, () => {
    const marked = markedText(text, file), expected = expectedRows();
    const found = cellsOf(marked).map(([method = "", calls, error]) => {
      const name = /`([^`]+)`/.exec(method)?.[1] ?? method;
      return [name, [calls, error]] as const;
    });
    assertEquals(new Map(found), expected);
    assertEquals(found.length, expected.size);
    const line = marked.replaceAll(/\s+/g, " ");
    assertStringIncludes(line, `SciPy ${golden.scipy}`);
    assertStringIncludes(line, `mpmath ${golden.mpmath}`);
    assertStringIncludes(line, golden.made_by);
  });
}
