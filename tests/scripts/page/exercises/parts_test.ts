import { assertEquals } from "@std/assert";
import { templateText } from "../../../../scripts/exercise/sheet.ts";
import { course } from "../../../../scripts/exercises/lecture.ts";
import {
  joinParts,
  partAt,
  splitParts,
} from "../../../../scripts/page/exercises/parts.ts";

const names = [["a", "b"], ["c"]];
const FILE = `import { add } from "kobai";

const NOT_YET = "not yet";

/** The first. */
export function a() {
  return 1;
}

const helper = 5; // of b
export const b = () => helper;

/* The last. */
export function c() {}
// a demo
console.log(c());
`;
const PARTS = {
  head: `import { add } from "kobai";\n\nconst NOT_YET = "not yet";`,
  tasks: [
    `/** The first. */
export function a() {
  return 1;
}

const helper = 5; // of b
export const b = () => helper;`,
    `/* The last. */
export function c() {}
// a demo
console.log(c());`,
  ],
};

Deno.test("splitParts() gives each task its functions, with what stands before them", () => {
  assertEquals(splitParts(FILE, names), PARTS);
  const windows = `\ufeff${FILE.replaceAll("\n", "\r\n")}`;
  assertEquals(splitParts(windows, names), PARTS);
  // whatever their order
  assertEquals(
    splitParts(
      "export function c() {}\nexport function a() {}\nfunction b() {}",
      names,
    ),
    {
      head: "",
      tasks: [
        "export function a() {}\n\nfunction b() {}",
        "export function c() {}",
      ],
    },
  );
});

Deno.test("splitParts() takes a file apart that is no program, and one without functions", () => {
  const broken = FILE.replace("return 1;", "return （1;");
  const { head, tasks } = splitParts(broken, names);
  assertEquals(head, PARTS.head);
  assertEquals(tasks, [
    `/** The first. */
export function a() {
  return （1;
}

const helper = 5; // of b

export const b = () => helper;

/* The last. */`,
    "export function c() {}\n// a demo\nconsole.log(c());",
  ]);
  assertEquals(splitParts("// nothing", names), {
    head: "// nothing",
    tasks: ["", ""],
  });
});

Deno.test("joinParts() is the file again, and partAt() knows its lines", () => {
  const whole = joinParts(PARTS);
  assertEquals(splitParts(whole, names), PARTS);
  const lines = whole.split("\n");
  const at = (text: string) => partAt(PARTS, lines.indexOf(text) + 1);
  assertEquals(at(`import { add } from "kobai";`), { part: 0, line: 1 });
  assertEquals(at("/** The first. */"), { part: 1, line: 1 });
  assertEquals(at("  return 1;"), { part: 1, line: 3 });
  assertEquals(at("/* The last. */"), { part: 2, line: 1 });
  assertEquals(partAt(PARTS, lines.length + 5).part, 2);
});

Deno.test("splitParts() gives every task of the template something", () => {
  const functions = course.exercises.map(({ functions }) =>
    Object.keys(functions)
  );
  const { tasks } = splitParts(templateText(course), functions);
  assertEquals(
    tasks.map((text) => text.match(/^export function \w+/gm)?.length),
    functions.map((all) => all.length),
  );
});
