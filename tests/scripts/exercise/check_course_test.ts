import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { add, type Matrix, multiply } from "kobai";
import { checkBuiltOn } from "../../../scripts/exercise/check_built_on.ts";
import {
  checkCourse,
  CourseError,
} from "../../../scripts/exercise/check_course.ts";
import {
  type Course,
  type Exercise,
  mistake,
  takes,
} from "../../../scripts/exercise/exercise.ts";
import { course as lecture } from "../../../scripts/exercises/lecture.ts";

const both = (text: string) => ({ ja: text, en: text });
const tripled = {
  name: "tripled",
  title: both("tripled"),
  hint: both("Double it."),
};

/** Two times a matrix. */
const double: Exercise = {
  title: both("Double"),
  text: both("`double(x)` is 2x."),
  points: 4,
  functions: {
    double: {
      about: "double",
      parameters: { x: takes.matrix("N", "D") },
      gives: "matrix",
      solution: (x: Matrix) => add(x, x),
      cases: [[[[1, 2]]]],
      draw: ({ rows }) => [rows(2, 2, 1, 9)],
    },
  },
  mistakes: [mistake(tripled, { double: (x: Matrix) => multiply(3, x) })],
};

/** Why a course of this exercise is refused; undefined if it is not. */
function refusal(
  change: Partial<Exercise>,
  ofFunction: Partial<Exercise["functions"][string]> = {},
): string | undefined {
  const functions = { double: { ...double.functions.double!, ...ofFunction } };
  return refusalOf([{ ...double, functions, ...change }]);
}

function refusalOf(exercises: readonly Exercise[]): string | undefined {
  const course: Course = { title: both("t"), text: both("t"), exercises };
  try {
    checkCourse(course);
    return undefined;
  } catch (error) {
    assert(error instanceof CourseError, String(error));
    return error.text.en;
  }
}

Deno.test("checkCourse() accepts the lecture's exercises, and a small one", () => {
  checkCourse(lecture);
  assertEquals(refusal({}), undefined);
});

Deno.test("checkCourse() refuses what does not work, with place and reason", () => {
  const at = "exercise 1", of = "double of exercise 1";
  const throwing = () => {
    throw new Error("no");
  };
  const wrong: [string | undefined, string][] = [
    [refusalOf([]), "there is none"],
    [refusal({ points: 0 }), `${at}: points must be a number above 0`],
    [
      refusal({ title: { ja: "", en: "Double" } }),
      `${at}: a text is missing in Japanese or in English`,
    ],
    [refusal({ functions: {} }), `${at}: it asks for no function`],
    [
      refusal({ buildsOn: ["half"] }),
      `${at}: no earlier exercise asks for half`,
    ],
    [refusal({}, { cases: [] }), `${of}: it has no public case`],
    [
      refusal({}, { parameters: {} }),
      `${of}: one to four parameters are needed`,
    ],
    [
      refusalOf([double, double]),
      "double of exercise 2: an earlier exercise asks for a function of that name",
    ],
    [
      refusal({}, { cases: [[[[1]]], [[[1, 2], [3]]]] }),
      `${of}, case 2 (public): x must be rows of numbers, all of one length`,
    ],
    [
      refusal({}, { parameters: { x: takes.matrix(1, 3) } }),
      `${of}, case 1 (public): double has no answer for sizes 1x2`,
    ],
    [
      refusal({}, { solution: throwing }),
      `${of}, case 1 (public): double has no answer for sizes 1x2 (Error: no)`,
    ],
    [
      refusal({}, { draw: throwing }),
      `${of}, case 1 (drawn from check): no case can be drawn (no)`,
    ],
    [
      refusal({}, { draw: () => [[[Math.random()]]] }),
      `${of}, case 1 (drawn from check): the same seed gives another case; does it use Math.random?`,
    ],
    [
      refusal({}, { draw: () => [[[1, 2]]] }),
      `${of}: of 6 drawn cases only 0 differ from the public ones and from each other; half of them must`,
    ],
    [
      refusal({}, { gives: "text" }),
      `${of}: the reference solution does not give what "gives" says, text`,
    ],
    [
      refusal({}, { gives: "number" }),
      `${of}: the reference solution does not give what "gives" says, number`,
    ],
    [
      refusal({}, { about: "" }),
      `${of}: a text is missing in Japanese or in English`,
    ],
    [
      refusal({ functions: { add: double.functions.double! } }),
      `${at}: the file that students fill in would be no program (exercises.ts, line 36, column 17: add is declared twice.)`,
    ],
    [
      refusal({ mistakes: undefined as unknown as [] }),
      `${at}: it has not the form of an exercise (mistakes is not iterable); deno check tells where`,
    ],
    [
      refusal({}, { draw: () => [5] }),
      `${of}, case 1 (drawn from check): x must be rows of numbers, all of one length`,
    ],
    [
      refusal({ mistakes: [mistake({ ...tripled, hint: both(" ") })] }),
      "mistake tripled of exercise 1: a text is missing in Japanese or in English",
    ],
    [
      refusal({ mistakes: [mistake(tripled)] }),
      "mistake tripled of exercise 1: it has no wrong solution",
    ],
    [
      refusal({
        mistakes: [mistake(tripled, { double: (x: Matrix) => multiply(2, x) })],
      }),
      "wrong solution 1 of mistake tripled of exercise 1: it is right in every case",
    ],
    [
      refusal({ mistakes: [mistake(tripled, { half: () => 1 })] }),
      "wrong solution 1 of mistake tripled of exercise 1: half is no function of this exercise",
    ],
    [
      refusal({
        mistakes: [
          ...double.mistakes,
          mistake({ ...tripled, name: "again" }, ...double.mistakes[0]!.ways),
        ],
      }),
      "wrong solution 1 of mistake again of exercise 1: it looks the same as tripled, which comes before it",
    ],
    [
      refusal({ mistakes: [mistake({ ...tripled, name: "other" })] }),
      "mistake other of exercise 1: another mistake has the same name",
    ],
  ];
  for (const [found, wanted] of wrong) assertEquals(found, wanted);
});

Deno.test("checkCourse() refuses a reference that changes what it must not", () => {
  const rows = {
    ...double.functions.double!,
    parameters: { x: takes.rows(1, 1) },
  };
  const changing: Exercise = {
    ...double,
    functions: {
      double: {
        ...rows,
        solution: (x: number[][]) => (x[0]![0]! *= 2, x),
        cases: [{ arguments: [[[1]]], also: "unchanged" }],
        draw: ({ rows }) => [rows(1, 1, 2, 9)],
      },
    },
    mistakes: [],
  };
  assertEquals(
    refusalOf([changing]),
    "double of exercise 1, case 1 (public): the reference solution is not right " +
      "(the value is right, but it changed the W that was handed over)",
  );
  assertThrows(() => checkCourse({ ...lecture, exercises: [] }), CourseError);
});

const factor = 2;

Deno.test("checkBuiltOn() refuses a solution that needs what stands beside it", async () => {
  const course = (solution: (x: Matrix) => Matrix): Course => {
    const functions = { double: { ...double.functions.double!, solution } };
    const { double: asked } = functions;
    const later = {
      ...double,
      functions: { twice: asked },
      buildsOn: ["double"],
      mistakes: [],
    };
    const exercises = [{ ...double, functions }, later];
    return { title: both("t"), text: both("t"), exercises };
  };
  await checkBuiltOn(lecture);
  await checkBuiltOn(course((x) => add(x, x)));
  await assertRejects(
    () => checkBuiltOn(course((x) => multiply(factor, x))),
    CourseError,
    "double: later exercises build on it",
  );
});
