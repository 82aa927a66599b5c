/**
 * Runs submissions as the grader does, each alone, without a look at what they
 * import, and prints what became of each: a process of its own, because a test
 * may start Deno and no shell. The argument has their texts by their names, in
 * JSON; of each `forward` is called twice, with 2 and 3, weights 0.5 and 2, and
 * no bias.
 *
 * deno run -A tests/scripts/grade/run_in_sandbox.ts JSON
 */
import type { Call } from "../../../scripts/exercise/call.ts";
import { blankTypes } from "../../../scripts/exercise/program/blank_types.ts";
import { parseTypeScript } from "../../../scripts/exercise/program/parse.ts";
import { prepareSandbox } from "../../../scripts/grade/prepare.ts";
import { Processes } from "../../../scripts/grade/processes.ts";
import { runSubmission } from "../../../scripts/grade/run.ts";

const forward: Call = {
  name: "forward",
  kinds: ["matrix", "matrix", "matrix"],
  arguments: [[[2, 3]], [[0.5], [2]], [[0]]],
};
const limits = { seconds: 20, output: 100_000 };
const sources: Record<string, string> = JSON.parse(Deno.args[0]!);
await using sandbox = await prepareSandbox();
await using processes = new Processes(sandbox, limits.seconds, 0);
const endings: Record<string, unknown> = {};
for (const [name, source] of Object.entries(sources)) {
  const parsed = parseTypeScript(source);
  if ("problem" in parsed) throw new SyntaxError(parsed.problem.text.en);
  const blanked = blankTypes(source, parsed.tree);
  if ("problem" in blanked) throw new SyntaxError(blanked.problem.text.en);
  const { code } = blanked, calls = [forward, forward];
  endings[name] = await runSubmission(processes, code, calls, [], limits);
}
console.log(JSON.stringify(endings));
