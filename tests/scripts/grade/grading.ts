/**
 * The grader as an instructor runs it, and what it leaves behind.
 *
 * @module
 */
import { CHECKOUT } from "../../_support/checkout.ts";
import { type Ended, runDeno } from "../../_support/deno_process.ts";
import type { ResultRecord } from "../../../scripts/grade/results.ts";

/** The permissions in the header of `scripts/grade.ts`. */
export const FLAGS = [
  "--no-prompt",
  "--allow-env=LC_ALL,LC_MESSAGES,LANG",
  "--allow-read",
  "--allow-write",
  "--allow-run",
];

/** Hidden cases for tests. */
export const HIDDEN_CASES: string = new URL(
  "hidden_cases.json",
  import.meta.url,
).pathname;

/** Runs `scripts/grade.ts`, in English. */
export function grade(...args: string[]): Promise<Ended> {
  return runDeno(["run", ...FLAGS, "scripts/grade.ts", ...args], {
    cwd: CHECKOUT,
    env: { LC_ALL: "en_US.UTF-8" },
  });
}

/**
 * Writes submissions into a folder that is made for them: `NAME.ts` for each.
 */
export function writeSubmissions(
  folder: string,
  sources: Readonly<Record<string, string | Uint8Array>>,
): string {
  Deno.mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(sources)) {
    const bytes = typeof source === "string"
      ? new TextEncoder().encode(source)
      : source;
    Deno.writeFileSync(`${folder}/${name}.ts`, bytes);
  }
  return folder;
}

/** The records of a run, by student. */
export function recordsIn(out: string): Map<string, ResultRecord> {
  const lines = Deno.readTextFileSync(`${out}/results.jsonl`).trim().split(
    "\n",
  );
  const records = lines.map((line) => JSON.parse(line));
  return new Map(
    records.filter(({ tasks }) => tasks).map((one) => [one.student, one]),
  );
}

/** Everything that a run leaves for people. */
export function tablesIn(out: string): Record<string, string> {
  const grades = Deno.readTextFileSync(`${out}/grades.csv`);
  const files: Record<string, string> = {
    "grades.csv": grades,
    "class.html": Deno.readTextFileSync(`${out}/class.html`),
  };
  for (const { name } of Deno.readDirSync(`${out}/feedback`)) {
    files[name] = Deno.readTextFileSync(`${out}/feedback/${name}`);
  }
  return files;
}
