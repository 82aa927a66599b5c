/**
 * The lesson and its cells as processes, as a student starts them.
 *
 * @module
 */
import { assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT } from "./checkout.ts";
import { type Ended, runDeno } from "./deno_process.ts";

/**
 * Runs `deno run` without permissions and without a language in the
 * environment.
 */
export function run(
  args: string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  return runDeno(["run", "--no-prompt", ...args], {
    cwd: CHECKOUT,
    env: { LC_ALL: "", LC_MESSAGES: "", LANG: "", ...env },
  });
}

/** Runs the lesson. */
export function lesson(...args: string[]): Promise<Ended> {
  return run(["scripts/lesson.ts", ...args]);
}

/** What a run prints that goes well: nothing on standard error, no colour. */
export async function good(ended: Promise<Ended>): Promise<string> {
  const { code, stdout, stderr } = await ended;
  assertEquals([code, stderr], [0, ""]);
  assertEquals(stdout.includes("\x1b"), false);
  return stdout;
}

/**
 * What is said of a command line that is not followed: one line, exit code 2.
 */
export async function refused(ended: Promise<Ended>): Promise<string> {
  const { code, stdout, stderr } = await ended;
  assertEquals([code, stdout], [2, ""]);
  assertMatch(stderr, /^[^\n]+\n$/);
  return stderr.trimEnd();
}
