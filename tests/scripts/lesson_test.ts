/** The lesson as a student runs it. */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { lecture } from "../../scripts/cells/lesson.ts";
import { good, lesson, run } from "../_support/lesson_process.ts";
import { needs } from "../_support/permission.ts";
import golden from "../golden/notebook_cells.json" with { type: "json" };

const needed = needs("run", "read");

const headings = (stdout: string): string[] =>
  [...stdout.matchAll(/^── ([\d.]+-\d\d) /gm)].map(([, number]) => number!);
const numbers = lecture.map(({ name }) => name.split("_", 2).join("-"));

/** What the last line says, counted from the cells and the golden file. */
function expectedSummary(): string {
  const results = lecture.filter(({ exercise }) => exercise === undefined)
    .flatMap(({ results }) => Object.values(results));
  const count = (relation: string): number =>
    results.filter(({ expected }) => expected === relation).length;
  const comparisons = results.filter(({ printed }) => printed !== undefined);
  const printed = golden.cells.filter(({ expected }) => expected !== null);
  return `${lecture.length} cells ran. ` +
    `${comparisons.length} comparisons with ${printed.length} printed values: ` +
    `${count("identical")} identical, ${
      count("rounding")
    } equal within rounding, ` +
    `${count("differs")} different, ${
      count("not reproducible")
    } not reproducible. ` +
    `${golden.errata.length + 1} errata shown.`;
}

Deno.test(
  "lesson.ts runs every cell in order and ends with one line",
  needed,
  async () => {
    const stdout = await good(lesson("--lang", "en"));
    assertEquals(headings(stdout), numbers);
    const lines = stdout.trimEnd().split("\n");
    assertEquals(lines.at(-1), expectedSummary());
    assertEquals(lines.at(-2), "");
    assertStringIncludes(stdout, "Add --answers to see the answer.");
  },
);

Deno.test("lesson.ts shows the answers with --answers", needed, async () => {
  const stdout = await good(lesson("--lang", "en", "--answers"));
  assertEquals(stdout.includes("--answers"), false);
  const beginning = stdout.slice(
    stdout.indexOf("4.2.3-05"),
    stdout.indexOf("4.2.3-06"),
  );
  assertStringIncludes(beginning, "E           0.39");
});

Deno.test(
  "lesson.ts speaks Japanese unless it is told otherwise",
  needed,
  async () => {
    const stdout = await good(lesson("4.2.1"));
    assertStringIncludes(stdout, "講義の出力");
    const last = stdout.trimEnd().split("\n").at(-1);
    assertEquals(
      last,
      "9 セルを実行。講義の出力 2 個との比較 2 件：一致 1、丸めの範囲内 0、異なる 0、再現不能 1。訂正 2 件。",
    );
  },
);

Deno.test(
  "lesson.ts follows the environment's language where it may read it",
  needed,
  async () => {
    const title = (stdout: string): string =>
      stdout.split("\n")[0]!.replace(/^.*\] {2}| ─+$/g, "");
    const cell = ["scripts/lesson.ts", "sum_of_squared_errors"];
    const told = async (
      env: Record<string, string>,
      ...args: string[]
    ): Promise<string> =>
      title(
        await good(
          run(["--allow-env=LC_ALL,LC_MESSAGES,LANG", ...cell, ...args], env),
        ),
      );
    const [ja, en] = ["2 乗和誤差", "The sum of squared errors"];
    assertEquals(await told({ LANG: "en_US.UTF-8" }), en);
    assertEquals(
      await told({ LANG: "de_DE.UTF-8", LC_ALL: "ja_JP.UTF-8" }),
      ja,
    );
    assertEquals(await told({ LANG: "ja_JP.UTF-8", LC_MESSAGES: "en_GB" }), en);
    assertEquals(await told({ LANG: "C.UTF-8" }), ja);
    assertEquals(await told({ LANG: "en_US.UTF-8" }, "--lang", "ja"), ja);
    // Where it may not be read, nobody is asked.
    assertEquals(title(await good(run(cell, { LANG: "en_US.UTF-8" }))), ja);
  },
);

Deno.test("lesson.ts lists the cells in 80 columns", needed, async () => {
  const stdout = await good(lesson("--list", "--lang=en"));
  const lines = stdout.trimEnd().split("\n");
  assertEquals(
    lines.map((line) => line.split(" ")[0]),
    lecture.map(({ name }) => name),
  );
  for (const line of lines) assert(line.length <= 80, line);
  lecture.forEach(({ number, title }, i) => {
    assert(lines[i]!.endsWith(`  ${number.en}  ${title.en}`), lines[i]);
  });
  const section = await good(lesson("--list", "4.2.2"));
  assertEquals(section.trimEnd().split("\n").length, 4);
});

Deno.test("lesson.ts prints one JSON object a line", needed, async () => {
  const stdout = await good(lesson("--json", "--answers"));
  assertEquals(/:\s*-?(NaN|Infinity)/.test(stdout), false);
  const cells = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assertEquals(cells.map(({ id }) => id), lecture.map(({ name }) => name));
  const relations = cells.flatMap((cell) =>
    Object.values<{ relation?: string; asExpected?: boolean }>(cell.results)
  ).filter(({ relation }) => relation !== undefined);
  assert(relations.length > 10);
  assertEquals(relations.filter(({ asExpected }) => !asExpected), []);
  const errata = cells.flatMap((cell) =>
    cell.errata.map(({ id }: { id: string }) => id)
  );
  assertEquals(
    [...new Set(errata)].sort(),
    ["double-negative", ...golden.errata.map(({ id }) => id)].sort(),
  );

  const gradient = cells.find(({ id }) => id === "4.2.4_11_gradient");
  assertEquals(gradient.section, "4.2.4");
  assertEquals(gradient.inputs.x, [[2, 3]]);
  assertEquals(gradient.results.dW.value.length, 2);
  assertEquals(gradient.results.dW.value[0].length, 3);
  assertEquals(gradient.results.dW.relation, "differs");
  assertMatch(gradient.results.dW.printed, /^array\(\[\[ 0\.58355381/);
  const loss = cells.find(({ id }) => id === "4.2.4_08_loss");
  const exact = golden.cells.find(({ id }) =>
    id === "Out9-loss-right"
  )!.expected_exact;
  assertEquals(loss.results.loss.value, exact); // nothing is lost on the way
  assert(loss.results.third.bound > loss.results.third.difference);
});

Deno.test("lesson.ts keeps answers out of its JSON", needed, async () => {
  const stdout = await good(lesson("--json", "exercise_squared_error_y2"));
  assertEquals(JSON.parse(stdout).results, {});
  assertEquals(stdout.includes("0.39"), false);
});

Deno.test(
  "lesson.ts runs a cell with other inputs, by itself too",
  needed,
  async () => {
    const args = ["--lang=en", "--scores", "-1,0,1"];
    const part = await good(lesson("4.2.4-03", ...args));
    assertStringIncludes(part, "scores = array([[-1.,  0.,  1.]])");
    assertStringIncludes(part, "array([0.09003057, 0.24472847, 0.66524096])");
    const cell = await good(
      run(["scripts/cells/4.2.4_03_softmax.ts", ...args]),
    );
    assertEquals(part.startsWith(cell), true);
    assertMatch(part, /\n1 cell ran\. 0 comparisons with 0 printed values/);
  },
);

Deno.test(
  "a seeded cell draws other numbers from another seed, the same from the same",
  needed,
  async () => {
    const values = async (...args: string[]): Promise<unknown> =>
      JSON.parse(await good(lesson("--json", "forward_one_row", ...args)))
        .results.h.value;
    const [usual, again, other] = [
      await values(),
      await values("--seed", "lesson"),
      await values("--seed=2"),
    ];
    assertEquals(usual, again);
    assert(JSON.stringify(usual) !== JSON.stringify(other));
  },
);
