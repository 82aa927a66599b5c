/**
 * Grades a class: every submission in a process of its own that may touch
 * nothing.
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read --allow-write --allow-run scripts/grade.ts
 *
 * The environment is asked for its language. Read: the submissions, cases and
 * class list, and the kit's own files. Write: the results, and a temporary
 * folder. Run: Deno itself, behind a shell that sets the limits of the system.
 * (`deno task grade` also keeps V8 from letting its heap grow with a large
 * class, which costs no time: `--v8-flags=--max-semi-space-size=2`.)
 */
import { runScript } from "./cli/run_script.ts";

if (import.meta.main) {
  await runScript(async () => {
    // Here, a package that cannot be fetched is said in a sentence.
    const { gradeMain } = await import("./grade/main.ts");
    Deno.exitCode = await gradeMain(Deno.args);
  });
}
