import { assert, assertEquals, assertThrows } from "@std/assert";
import { rightAnswers } from "../../../../scripts/exercise/answers.ts";
import type { Judged } from "../../../../scripts/exercise/judge.ts";
import {
  kindNamed,
  kindsOfAll,
  mistakeIn,
} from "../../../../scripts/exercise/mistakes/find.ts";
import { lost, type Reply } from "../../../../scripts/exercise/reply.ts";
import type { TestCase } from "../../../../scripts/exercise/test_case.ts";
import { came, exam, judgeTask, ofTask, rightResult } from "../judged_cases.ts";

function nameIn(judged: readonly Judged[]): string | undefined {
  return mistakeIn(judged)?.name;
}

/** The rows of the right answer. */
function rightRows(test: TestCase): readonly (readonly number[])[] {
  const answer = rightAnswers(test)[0]!;
  assert("rows" in answer);
  return answer.rows;
}

Deno.test("mistakeIn() finds nothing where everything is right", () => {
  for (const { number } of exam.tasks) {
    assertEquals(nameIn(judgeTask(number, () => undefined)), undefined);
  }
});

Deno.test("mistakeIn() names nothing that does not explain every case that failed", () => {
  const twice = (test: TestCase): Reply =>
    came({
      kind: "rows",
      rows: rightRows(test).map((row) => row.map((x) => 2 * x)),
    });
  const other = came({ kind: "rows", rows: [[0.123]] });
  assertEquals(nameIn(judgeTask(3, twice)), "noHalf");
  assertEquals(
    nameIn(judgeTask(3, (test, i) => i === 2 ? other : twice(test))),
    "other",
  );
  // nor one that would have made a case fail that did not
  assertEquals(
    nameIn(judgeTask(3, (test, i) => i === 2 ? undefined : twice(test))),
    "other",
  );
  assertEquals(
    nameIn(judgeTask(3, (_, i) => i === 2 ? other : undefined)),
    "other",
  );
});

Deno.test("mistakeIn() names no formula that comes near to 0 where there is nothing but 0", () => {
  // the sums of their differences are 3e-17, 6e-17 and 0
  const zeros = judgeTask(3, () => came({ kind: "rows", rows: [[0]] }));
  assertEquals(nameIn(zeros.slice(0, 3)), "allZero");
});

Deno.test("mistakeIn() knows what is no matter of numbers", () => {
  const everywhere = (reply: Reply): string | undefined =>
    nameIn(judgeTask(8, () => reply));
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
  for (
    const [type, name] of [
      ["object", "anObject"],
      ["empty", "emptyList"],
      ["elements", "notNumbers"],
      ["boolean", "otherKind"],
    ] as const
  ) assertEquals(everywhere(came({ kind: "type", type })), name);
  assertEquals(everywhere(came({ kind: "text", text: "7" })), "textForNumber");
  assertEquals(everywhere(came({ kind: "rows", rows: [[7]] })), "oneNumber");
  assertEquals(
    everywhere(came({ kind: "rows", rows: [[1, 2, 3, 4, 5]] })),
    "otherSize",
  );
  const threw = (message: string) =>
    everywhere(came({ kind: "threw", message }));
  assertEquals(
    threw("Error: まだ書いていません / not written yet"),
    "unwritten",
  );
  assertEquals(threw("Error: no"), "threw");
  assertEquals(threw("ReferenceError: ad is not defined"), "unknownName");
  assertEquals(threw("TypeError: ad is not a function"), "unknownName");
  assertEquals(threw("TypeError: W.at is not a function"), "noMethod");
  assertEquals(
    threw(
      "TypeError: Cannot use a matrix with a JavaScript operator: operators know no matrices",
    ),
    "operator",
  );
});

Deno.test("mistakeIn() knows a missing return where another function trips over it", () => {
  const nothing = came({ kind: "type", type: "undefined" });
  const named = (message: string) =>
    nameIn(
      judgeTask(9, ({ call }) =>
        call.name === "step" ? nothing : came({ kind: "threw", message })),
    );
  assertEquals(
    named("TypeError: f には 1x2 の数を渡します / f takes 1x2 numbers"),
    "noReturn",
  );
  assertEquals(
    named("TypeError: Cannot subtract: left is undefined, a matrix is needed"),
    "noReturn",
  );
  assertEquals(named("Error: no"), "other");
});

Deno.test("mistakeIn() tells a flattened result from one in another order", () => {
  const named = (
    change: (rows: readonly (readonly number[])[]) => number[][],
  ) =>
    nameIn(judgeTask(
      8,
      (test) =>
        came({ kind: "rows", rows: change(rightRows(test)) }, { calls: 2 }),
    ));
  assertEquals(named((rows) => [rows.flat()]), "flattened");
  assertEquals(
    named((rows) => rows[0]!.map((_, j) => rows.map((row) => row[j]!))),
    "wrongOrder",
  );
  assertEquals(named((rows) => [[...rows.flat(), 0]]), "otherSize");
});

Deno.test("mistakeIn() tells a changed input from too many evaluations", () => {
  const only = (more: Partial<Reply>) =>
    nameIn(judgeTask(8, (test) => came(rightResult(test), more)));
  assertEquals(only({ calls: 13 }), "moreEvaluations");
  assertEquals(only({ changed: true }), "changedInput");
  assertEquals(only({ calls: 13, changed: true }), "other");
});

Deno.test("kindNamed() knows every kind that can be found, in both languages", () => {
  for (const task of exam.tasks) {
    const kinds = [...kindsOfAll, ...task.mistakes.map(({ kind }) => kind)];
    for (const kind of kinds) {
      assertEquals(kindNamed(task, kind.name), kind);
      for (const text of [kind.title, kind.hint]) {
        assert(/[ぁ-んァ-ヶ]/.test(text.ja), text.ja);
        assert(/^[^ぁ-ん]+$/.test(text.en), text.en);
      }
    }
    assertThrows(() => kindNamed(task, "noSuchKind"), RangeError);
  }
  assertEquals(ofTask(4).length, 10);
});
