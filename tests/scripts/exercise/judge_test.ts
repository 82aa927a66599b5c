import { assert, assertEquals } from "@std/assert";
import {
  type Answer,
  isAnswer,
  rightAnswers,
} from "../../../scripts/exercise/answers.ts";
import { readCases, type TestCase } from "../../../scripts/exercise/cases.ts";
import {
  judge,
  type Judged,
  mistakeIn,
} from "../../../scripts/exercise/judge.ts";
import {
  type MistakeName,
  mistakeTexts,
} from "../../../scripts/exercise/mistake_messages.ts";
import { mistakesOfTasks } from "../../../scripts/exercise/mistakes.ts";
import {
  lost,
  type Outcome,
  type Result,
} from "../../../scripts/exercise/outcome.ts";
import publicCases from "../../../examples/exercises/public_cases.json" with {
  type: "json",
};
import hiddenCases from "../grade/hidden_cases.json" with { type: "json" };

const cases = [
  ...readCases(JSON.stringify(publicCases), false),
  ...readCases(JSON.stringify(hiddenCases), true),
];

function ofTask(task: number): TestCase[] {
  return cases.filter((one) => one.task === task);
}

function resultOf(answer: Answer): Result {
  return "rows" in answer
    ? { kind: "rows", rows: answer.rows }
    : { kind: "text", text: answer.texts[0]! };
}

function came(result: Result, more: Partial<Outcome> = {}): Outcome {
  return { result, calls: 0, changed: false, ...more };
}

function rightResult(test: TestCase): Result {
  return resultOf(rightAnswers(test.call)[0]!);
}

/** Judges a task's cases with results that are right but for what `change` says. */
function judgeTask(
  task: number,
  change: (test: TestCase, i: number) => Outcome | undefined,
): Judged[] {
  return ofTask(task).map((test, i) =>
    judge(test, change(test, i) ?? came(rightResult(test)))
  );
}

Deno.test("mistakeIn() finds nothing where everything is right", () => {
  for (let task = 1; task <= 9; task++) {
    assertEquals(mistakeIn(judgeTask(task, () => undefined)), undefined);
  }
});

Deno.test("every mistake makes a difference to a public case, and is the first to explain it", () => {
  for (const [i, mistakes] of mistakesOfTasks.entries()) {
    const task = i + 1;
    for (const { name, gives } of mistakes) {
      const wrong = (test: TestCase) =>
        gives[test.call.name]?.(...test.call.arguments);
      const mine = ofTask(task).filter((test) => wrong(test) !== undefined);
      if (mine.length === 0) continue; // of the other task with the same table
      const isSeen = mine.some((test) =>
        !test.hidden &&
        !rightAnswers(test.call).some((right) =>
          isAnswer(test.call, resultOf(wrong(test)!), right)
        )
      );
      if (name === "noMean" && task === 4) assertEquals(isSeen, false);
      else assert(isSeen, `${name} in task ${task}`);
      const judged = judgeTask(task, (test) => {
        const answer = wrong(test);
        return answer && came(resultOf(answer), { calls: 1 });
      });
      const found = mistakeIn(judged);
      assertEquals(found, isSeen ? name : undefined, `${name} in task ${task}`);
    }
  }
});

Deno.test("mistakeIn() names nothing that does not explain every case that failed", () => {
  const twice = (test: TestCase): Outcome => {
    const answer = rightAnswers(test.call)[0]!;
    assert("rows" in answer);
    return came({
      kind: "rows",
      rows: answer.rows.map((row) => row.map((x) => 2 * x)),
    });
  };
  const other = came({ kind: "rows", rows: [[0.123]] });
  assertEquals(mistakeIn(judgeTask(3, twice)), "noHalf");
  assertEquals(
    mistakeIn(judgeTask(3, (test, i) => i === 2 ? other : twice(test))),
    "other",
  );
  // nor one that would have made a case fail that did not
  assertEquals(
    mistakeIn(judgeTask(3, (test, i) => i === 2 ? undefined : twice(test))),
    "other",
  );
  assertEquals(
    mistakeIn(judgeTask(3, (_, i) => i === 2 ? other : undefined)),
    "other",
  );
});

Deno.test("mistakeIn() knows what is no matter of numbers", () => {
  const everywhere = (outcome: Outcome): MistakeName | undefined =>
    mistakeIn(judgeTask(8, () => outcome));
  assertEquals(everywhere(lost("timeout")), "stopped");
  assertEquals(everywhere(lost("load error")), "notLoaded");
  assertEquals(
    everywhere(came({ kind: "missing", type: "undefined" })),
    "missing",
  );
  assertEquals(
    everywhere(came({ kind: "type", type: "undefined" })),
    "noReturn",
  );
  assertEquals(everywhere(came({ kind: "type", type: "promise" })), "async");
  assertEquals(everywhere(came({ kind: "type", type: "object" })), "otherKind");
  assertEquals(
    everywhere(came({ kind: "rows", rows: [[1, 2, 3, 4]] })),
    "otherSize",
  );
  const threw = (message: string) =>
    everywhere(came({ kind: "threw", message }));
  assertEquals(
    threw("Error: まだ書いていません / not written yet"),
    "unwritten",
  );
  assertEquals(threw("Error: no"), "threw");
  assertEquals(
    threw(
      "TypeError: Cannot use a matrix with a JavaScript operator: operators know no matrices",
    ),
    "operator",
  );
});

Deno.test("judge() looks at W and at the evaluations where a case asks for it", () => {
  const faults = (more: Partial<Outcome>) =>
    judgeTask(8, (test) => came(rightResult(test), more))
      .map(({ test, fault }) => [test.also, fault]);
  const none = [[undefined, undefined], [undefined, undefined]];
  assertEquals(faults({ calls: 12 }), [
    ...none,
    ["evaluations", undefined],
    ["unchanged", undefined],
    [undefined, undefined],
  ]);
  assertEquals(faults({ calls: 13, changed: true }), [
    ...none,
    ["evaluations", "evaluations"],
    ["unchanged", "changed"],
    [undefined, undefined],
  ]);
  const only = (more: Partial<Outcome>) =>
    mistakeIn(judgeTask(8, (test) => came(rightResult(test), more)));
  assertEquals(only({ calls: 13 }), "moreEvaluations");
  assertEquals(only({ changed: true }), "changedInput");
  assertEquals(only({ calls: 13, changed: true }), "other");
});

Deno.test("judge() tells another kind, other sizes and other values apart", () => {
  const [softmax] = ofTask(6), category = ofTask(2)[2]!;
  const fault = (test: TestCase, result: Result) =>
    judge(test, came(result)).fault;
  assertEquals(fault(softmax!, { kind: "rows", rows: [[1, 0, 0]] }), "value");
  assertEquals(
    fault(softmax!, { kind: "rows", rows: [[1], [0], [0]] }),
    "shape",
  );
  assertEquals(
    fault(softmax!, { kind: "rows", rows: [[NaN, NaN, NaN]] }),
    "value",
  );
  assertEquals(fault(softmax!, { kind: "text", text: "1" }), "type");
  assertEquals(fault(category, { kind: "text", text: "悪い" }), "value");
  assertEquals(fault(category, { kind: "text", text: "good" }), undefined);
  assertEquals(fault(category, { kind: "rows", rows: [[0]] }), "type");
});

Deno.test("every kind of mistake can be found, and has a name and a hint in both languages", () => {
  const names = new Set<string>([
    ...mistakesOfTasks.flat().map(({ name }) => name),
    ...["notLoaded", "stopped", "missing", "unwritten", "noReturn", "async"],
    ...["changedInput", "moreEvaluations", "wrongOrder", "otherName", "other"],
    ...["operator", "threw", "otherSize", "otherKind", "otherProduct"],
  ]);
  assertEquals(Object.keys(mistakeTexts).sort(), [...names].sort());
  for (const { name, hint } of Object.values(mistakeTexts)) {
    for (const text of [name, hint]) {
      assert(/[ぁ-ん]/.test(text.ja), text.ja);
      assert(/^[^ぁ-ん]+$/.test(text.en), text.en);
    }
  }
});
