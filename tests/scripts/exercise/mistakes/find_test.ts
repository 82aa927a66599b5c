import { assert, assertEquals, assertThrows } from "@std/assert";
import {
  isAnswer,
  rightAnswers,
} from "../../../../scripts/exercise/answers.ts";
import type { TestCase } from "../../../../scripts/exercise/cases.ts";
import type { Judged } from "../../../../scripts/exercise/judge.ts";
import {
  other,
  seenFirst,
  seenLast,
} from "../../../../scripts/exercise/mistakes/any_task.ts";
import {
  kindNamed,
  mistakeIn,
  mistakesOfTasks,
} from "../../../../scripts/exercise/mistakes/find.ts";
import { otherProduct } from "../../../../scripts/exercise/mistakes/forward.ts";
import type {
  Kind,
  Mistake,
  Way,
} from "../../../../scripts/exercise/mistakes/mistake.ts";
import { lost, type Reply } from "../../../../scripts/exercise/reply.ts";
import {
  came,
  judgeTask,
  ofTask,
  resultOf,
  rightResult,
} from "../judged_cases.ts";

function nameIn(judged: readonly Judged[]): string | undefined {
  return mistakeIn(judged)?.name;
}

function eachWay(mistakes: readonly Mistake[]): { kind: Kind; way: Way }[] {
  return mistakes.flatMap(({ kind, ways }) =>
    ways.map((way) => ({ kind, way }))
  );
}

Deno.test("mistakeIn() finds nothing where everything is right", () => {
  for (let task = 1; task <= 9; task++) {
    assertEquals(nameIn(judgeTask(task, () => undefined)), undefined);
  }
});

Deno.test("every mistake makes a difference to a public case, and is the first to explain it", () => {
  for (const [i, mistakes] of mistakesOfTasks.entries()) {
    const task = i + 1;
    for (const { kind: { name }, way } of eachWay(mistakes)) {
      const wrong = (test: TestCase) =>
        way[test.call.name]?.(...test.call.arguments);
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
      const found = nameIn(judged);
      assertEquals(found, isSeen ? name : undefined, `${name} in task ${task}`);
    }
  }
});

Deno.test("mistakeIn() names nothing that does not explain every case that failed", () => {
  const twice = (test: TestCase): Reply => {
    const answer = rightAnswers(test.call)[0]!;
    assert("rows" in answer);
    return came({
      kind: "rows",
      rows: answer.rows.map((row) => row.map((x) => 2 * x)),
    });
  };
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

Deno.test("mistakeIn() tells a changed input from too many evaluations", () => {
  const only = (more: Partial<Reply>) =>
    nameIn(judgeTask(8, (test) => came(rightResult(test), more)));
  assertEquals(only({ calls: 13 }), "moreEvaluations");
  assertEquals(only({ changed: true }), "changedInput");
  assertEquals(only({ calls: 13, changed: true }), "other");
});

Deno.test("kindNamed() knows every kind that can be found, in both languages", () => {
  const kinds = [...seenFirst, ...mistakesOfTasks.flat(), ...seenLast]
    .map(({ kind }) => kind);
  assertEquals(new Set(kinds.map(({ name }) => name)).size, 52);
  for (const kind of [...kinds, otherProduct, other]) {
    assertEquals(kindNamed(kind.name), kind);
    for (const text of [kind.title, kind.hint]) {
      assert(/[ぁ-ん]/.test(text.ja), text.ja);
      assert(/^[^ぁ-ん]+$/.test(text.en), text.en);
    }
  }
  assertThrows(() => kindNamed("noSuchKind"), RangeError);
});
