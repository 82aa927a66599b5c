import { assertEquals } from "@std/assert";
import { judge } from "../../../scripts/exercise/judge.ts";
import type { Reply, Result } from "../../../scripts/exercise/reply.ts";
import type { TestCase } from "../../../scripts/exercise/test_case.ts";
import { came, judgeTask, ofTask, rightResult } from "./judged_cases.ts";

Deno.test("judge() looks at W and at the evaluations where a case asks for it", () => {
  const faults = (more: Partial<Reply>) =>
    judgeTask(8, (test) => came(rightResult(test), more))
      .filter(({ test }) => test.origin !== "drawn")
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
