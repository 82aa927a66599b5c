import { assert, assertEquals, assertMatch } from "@std/assert";
import { readCases } from "../../../scripts/exercise/cases.ts";
import { tasksOf } from "../../../scripts/exercise/exercise.ts";
import { course } from "../../../scripts/exercises/lecture.ts";
import { feedbackFor } from "../../../scripts/grade/feedback.ts";
import type { GradedCase } from "../../../scripts/grade/record.ts";
import type { ResultRecord } from "../../../scripts/grade/results.ts";

const softmax = { call: "softmax", arguments: [[[1, 2]]] };
const tasks = tasksOf(course), text = JSON.stringify({ cases: [softmax] });
const exam = {
  course,
  tasks,
  cases: [
    ...readCases(tasks, text, "public"),
    ...readCases(tasks, text, "hidden"),
  ],
};
const open = { number: 1, origin: "public" } as const;
const hidden = { number: 1, origin: "hidden" } as const;

function page(
  mistake: string,
  graded: readonly GradedCase[],
  more: Partial<ResultRecord> = {},
): string {
  const record: ResultRecord = {
    student: "s",
    digest: "",
    kit: "k",
    seed: "",
    status: "graded",
    points: 0,
    seconds: 0,
    tasks: [{ task: 6, points: 0, mistake, cases: graded }],
    ...more,
  };
  return feedbackFor("s", record, exam, "en");
}

Deno.test("feedbackFor() does not ask to compare what is hidden", () => {
  const onlyHidden = page("other", [
    { ...open, passed: true },
    { ...hidden, passed: false },
  ]);
  assertMatch(
    onlyHidden,
    /something else\*\*\. The public cases are right and/,
  );
  const result = { kind: "rows", rows: [[0, 0]] } as const;
  const both = page("other", [
    { ...open, passed: false, fault: "value", result },
    { ...hidden, passed: false },
  ]);
  assertMatch(both, /something else\*\*\. Compare what was asked for/);
  assertMatch(both, /\n {2}- `scores = \[\[1, 2\]\]`\n/);
  assertMatch(both, /\n- ✗ Hidden case 1\n$/);
});

Deno.test("feedbackFor() leaves it at the table where nothing was written", () => {
  const text = page("unwritten", [{
    ...open,
    passed: false,
    fault: "unwritten",
  }]);
  assertMatch(
    text,
    /\| 6 \| Softmax \| 0 \/ 15 \| 0 \/ 1 \| not written yet \|\n$/,
  );
});

Deno.test("feedbackFor() names an error of a line once", () => {
  const text = page("other", [{ ...hidden, passed: false }], {
    types: [
      { code: 2365, line: 3 },
      { code: 2365, line: 3 },
      { code: 2365, line: 4 },
    ],
  });
  assert(text.includes("use add (TS2365)"));
  assertEquals(text.match(/^- line \d+/gm), ["- line 3", "- line 4"]);
});

Deno.test("feedbackFor() says in Japanese what an English error means", () => {
  const record: ResultRecord = {
    student: "s",
    digest: "",
    kit: "k",
    seed: "",
    status: "graded",
    points: 0,
    seconds: 0,
    tasks: [{
      task: 6,
      points: 0,
      mistake: "threw",
      cases: [{
        ...open,
        passed: false,
        fault: "threw",
        result: { kind: "threw", message: "TypeError: y is not a function" },
      }],
    }],
  };
  const text = feedbackFor("s", record, exam, "ja");
  assertMatch(text, /理由：エラーになりました（y は関数ではない）\n/);
});
