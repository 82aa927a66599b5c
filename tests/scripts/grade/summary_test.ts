import { assertEquals, assertMatch } from "@std/assert";
import type { ResultRecord } from "../../../scripts/grade/results.ts";
import { Summary } from "../../../scripts/grade/summary.ts";

function record(points: number, mistake?: string): ResultRecord {
  const task = { task: 3, points, cases: [] };
  return {
    student: "s",
    digest: "",
    status: "graded",
    points,
    seconds: 0,
    tasks: [mistake === undefined ? task : { ...task, mistake }],
  };
}

Deno.test("Summary has the means of those who handed something in", () => {
  const summary = new Summary();
  summary.add(record(10));
  summary.add(record(3, "noHalf"));
  summary.add(record(0, "noHalf"));
  summary.add(undefined);
  const text = summary.text("en");
  assertMatch(text, /^3 .* 4\.3 +10 +1 {3}the ½ is missing \(2\)$/m);
  assertMatch(text, /^total +4\.3 +100$/m);
  assertEquals(
    text.split("\n").at(-1),
    "Students: 4 (graded 3, not handed in 1)",
  );
});

Deno.test("Summary has no means where nobody handed something in", () => {
  const summary = new Summary();
  summary.add(undefined);
  assertMatch(summary.text("ja"), /^合計 +– +100$/m);
});
