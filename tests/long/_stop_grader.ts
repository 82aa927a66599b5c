/**
 * Grades a class, and stops all of it three times for longer than a program may
 * take, as Ctrl-Z does. A process of its own, because a test may start Deno and
 * stop nothing.
 *
 * deno run -A tests/long/_stop_grader.ts OUT SECONDS ARGUMENTS
 */
import { FLAGS } from "../scripts/grade/grading.ts";
import { CHECKOUT } from "../_support/checkout.ts";

const [out = "", seconds = "", ...args] = Deno.args;

const child = new Deno.Command(Deno.execPath(), {
  args: ["run", ...FLAGS, "scripts/grade.ts", ...args, "--out", out],
  cwd: CHECKOUT,
  stdin: "null",
  stdout: "null",
  stderr: "null",
  detached: true, // a group of its own
}).spawn();

/** How many lines are on record. */
function lines(): number {
  try {
    return Deno.readTextFileSync(`${out}/results.jsonl`).split("\n").length - 1;
  } catch {
    return 0; // not there yet
  }
}

for (const count of [1, 8, 15]) {
  while (lines() < count) await new Promise((end) => setTimeout(end, 3));
  Deno.kill(-child.pid, "SIGSTOP");
  await new Promise((end) => setTimeout(end, 1000 * Number(seconds)));
  Deno.kill(-child.pid, "SIGCONT");
}
const { code } = await child.status;
Deno.exit(code);
