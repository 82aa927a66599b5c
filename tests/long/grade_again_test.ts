/** A class that is graded in many ways, and always the same. */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../_support/checkout.ts";
import { runDeno } from "../_support/deno_process.ts";
import { temporaryFolder } from "../_support/files.ts";
import { needs } from "../_support/permission.ts";
import {
  FLAGS,
  grade,
  tablesIn,
  writeSubmissions,
} from "../scripts/grade/grading.ts";
import { madeUpClass } from "../scripts/grade/made_up_class.ts";

const needed = needs("run", "read", "write");

/** Writes so many submissions. */
function writeClass(folder: string, count: number): string {
  const all = Object.entries(madeUpClass).slice(0, count);
  const sources = all.map(([name, { source }]) => [name, source] as const);
  return writeSubmissions(folder, Object.fromEntries(sources));
}

/** Starts grading. */
function start(...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", ...FLAGS, "scripts/grade.ts", ...args],
    cwd: CHECKOUT,
    env: { LC_ALL: "en_US.UTF-8" },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
}

/** Waits until so many lines are on record; false if there never are. */
async function lines(out: string, count: number): Promise<boolean> {
  const deadline = performance.now() + 300_000;
  while (performance.now() < deadline) {
    try {
      const text = Deno.readTextFileSync(`${out}/results.jsonl`);
      if (text.split("\n").length > count) return true;
    } catch {
      // not there yet
    }
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  return false;
}

async function requireEnd(ended: ReturnType<typeof grade>): Promise<void> {
  const { code, stderr } = await ended;
  assertEquals(code, 0, stderr);
}

Deno.test(
  "grade.ts gives the same files after a kill at any of ten moments, with any number of jobs, and in parts",
  needed,
  async () => {
    using folder = temporaryFolder();
    const submissions = writeClass(`${folder.path}class`, 20);
    const undisturbed = `${folder.path}undisturbed`;
    await requireEnd(grade(submissions, "--out", undisturbed));
    const wanted = tablesIn(undisturbed);
    for (let i = 0; i < 10; i++) {
      const out = `${folder.path}killed${i}`;
      const child = start(submissions, "--out", out);
      assert(await lines(out, 2 * i + 1));
      child.kill("SIGKILL");
      await child.status;
      await requireEnd(grade(submissions, "--out", out, "--resume"));
      assertEquals(tablesIn(out), wanted, `killed after ${2 * i + 1}`);
    }
    for (const jobs of ["1", "4"]) {
      const out = `${folder.path}jobs${jobs}`;
      await requireEnd(grade(submissions, "--out", out, "--jobs", jobs));
      assertEquals(tablesIn(out), wanted, `${jobs} jobs`);
    }
    const joined = `${folder.path}joined`;
    Deno.mkdirSync(joined);
    for (const i of [1, 2, 3]) {
      const part = `${folder.path}part${i}`;
      const shard = ["--shard", `${i}/3`];
      await requireEnd(grade(submissions, "--out", part, ...shard));
      const text = Deno.readTextFileSync(`${part}/results.jsonl`);
      Deno.writeTextFileSync(`${joined}/results.jsonl`, text, { append: true });
    }
    await requireEnd(grade(submissions, "--out", joined, "--resume"));
    assertEquals(tablesIn(joined), wanted, "three parts");
  },
);

Deno.test(
  "grade.ts gives the same marks where all of it is stopped for longer than its limits",
  needed,
  async () => {
    using folder = temporaryFolder();
    const submissions = writeClass(`${folder.path}class`, 20);
    const common = ["--time-limit", "1", "--types", "none"];
    const undisturbed = `${folder.path}undisturbed`, out = `${folder.path}out`;
    await requireEnd(grade(submissions, "--out", undisturbed, ...common));
    const stopped = ["run", "-A", "tests/long/_stop_grader.ts", out, "8"];
    const { code } = await runDeno([...stopped, submissions, ...common], {
      cwd: CHECKOUT,
      env: { LC_ALL: "en_US.UTF-8" },
    });
    assertEquals(code, 0);
    assertEquals(tablesIn(out), tablesIn(undisturbed));
  },
);
