/**
 * Follows one command line after another as `scripts/score.ts` follows one: a
 * start costs more than most of them. Reads a list of arguments a line, as
 * JSON, and answers each with a line that has the exit code and what was
 * printed.
 *
 * deno run FLAGS tests/_support/score_program.ts
 */
import { TextLineStream } from "./lines.ts";
import { runScript } from "../../scripts/cli/run_script.ts";
import { scoreMain } from "../../scripts/score/main.ts";

const answer = Deno.stdout.writeSync.bind(Deno.stdout);
const printed = { stdout: "", stderr: "" };

/** Keeps what is printed, instead of printing it. */
function keep(stream: "stdout" | "stderr", verb: "log" | "error"): void {
  const letters = new TextDecoder();
  console[verb] = (text: string) => void (printed[stream] += `${text}\n`);
  Deno[stream].writeSync = (bytes) => {
    printed[stream] += letters.decode(bytes, { stream: true });
    return bytes.length;
  };
  Deno[stream].write = (bytes) =>
    Promise.resolve(Deno[stream].writeSync(bytes));
}

keep("stdout", "log");
keep("stderr", "error");
const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream())
  .pipeThrough(new TextLineStream());
for await (const line of lines) {
  const args: string[] = JSON.parse(line);
  Object.defineProperty(Deno, "args", { value: args, configurable: true });
  Object.assign(printed, { stdout: "", stderr: "" });
  Deno.exitCode = 0;
  try {
    await runScript(() => scoreMain(args));
  } catch (error) {
    console.error(`error: Uncaught ${(error as Error).stack}`);
    Deno.exitCode = 1;
  }
  const ended = JSON.stringify({ code: Deno.exitCode, ...printed });
  const bytes = new TextEncoder().encode(`${ended}\n`);
  for (let at = 0; at < bytes.length;) at += answer(bytes.subarray(at));
}
Deno.exitCode = 0;
