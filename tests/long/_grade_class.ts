/**
 * How fast a class is graded, and in how much memory: ordinary submissions, two
 * at a time, beside as many runs of an empty file by a bare `deno run`, two at
 * a time too. A process of its own, because a test may start Deno and no `ps`.
 *
 * deno run --allow-run --allow-read --allow-write tests/long/_grade_class.ts [COUNT [JOBS]]
 *
 * With a COUNT of 200 it takes a minute, with 2000 some minutes. Prints JSON.
 */
import { FLAGS, writeSubmissions } from "../scripts/grade/grading.ts";
import { madeUpClass } from "../scripts/grade/made_up_class.ts";
import { CHECKOUT } from "../_support/checkout.ts";

/** What it took: seconds, and the grader's memory in MB at each tenth. */
export interface GradedClass {
  readonly count: number;
  readonly jobs: number;
  /** As many empty files. */
  readonly empty: number;
  /** From the first result to the last. */
  readonly grading: number;
  /** The whole command. */
  readonly whole: number;
  /** NaN, which JSON has as null, where there is no `ps` to tell. */
  readonly memory: readonly (number | null)[];
}

const [count = 200, jobs = 2] = Deno.args.map(Number);
const folder = await Deno.makeTempDir();

/** Ordinary submissions: each of the made-up class in its turn. */
function makeClass(): string {
  const sources = Object.values(madeUpClass).map(({ source }) => source);
  return writeSubmissions(
    `${folder}/class`,
    Object.fromEntries(
      Array.from(
        { length: count },
        (_, i) => [`s${i}`, sources[i % sources.length]!],
      ),
    ),
  );
}

function seconds(start: number): number {
  return (performance.now() - start) / 1000;
}

/** So many empty files, as many at a time as there are jobs. */
async function runEmptyFiles(): Promise<number> {
  const path = `${folder}/empty.ts`;
  await Deno.writeTextFile(path, "");
  const start = performance.now();
  let left = count;
  const work = async () => {
    while (left-- > 0) {
      await new Deno.Command(Deno.execPath(), {
        args: ["run", path],
        stdin: "null",
        stdout: "null",
        stderr: "null",
      }).output();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return seconds(start);
}

/**
 * What a process holds in memory, in MB; NaN where there is no `ps` to tell.
 */
function memoryOf(pid: number): number {
  try {
    const { stdout } = new Deno.Command("ps", {
      args: ["-o", "rss=", "-p", String(pid)],
    }).outputSync();
    return Math.round(Number(new TextDecoder().decode(stdout)) / 1000);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return NaN;
    throw error;
  }
}

async function gradeAll(
  submissions: string,
  ...more: string[]
): Promise<{ whole: number; grading: number; memory: number[] }> {
  const out = `${folder}/out${crypto.randomUUID()}`;
  const start = performance.now();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--v8-flags=--max-semi-space-size=2", // as the task
      ...FLAGS,
      "scripts/grade.ts",
      submissions,
      "--out",
      out,
      "--jobs",
      String(jobs),
      "--lang",
      "en",
      ...more,
    ],
    cwd: CHECKOUT,
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
  }).spawn();
  const memory: number[] = [];
  let first: number | undefined, last = start;
  const timer = setInterval(() => {
    const graded = linesIn(`${out}/results.jsonl`);
    if (graded > 0) first ??= performance.now();
    if (graded < count) last = performance.now();
    while (memory.length < 10 && graded >= count / 10 * (memory.length + 1)) {
      memory.push(memoryOf(child.pid));
    }
  }, 50);
  const { success } = await child.status;
  clearInterval(timer);
  if (!success) throw new Error("The class was not graded");
  const grading = (last - (first ?? start)) / 1000;
  return { whole: seconds(start), grading, memory };
}

let known = 0, place = 0;
/** Reads only what is new: of a large class there is much. */
function linesIn(path: string): number {
  try {
    using file = Deno.openSync(path);
    file.seekSync(place, Deno.SeekMode.Start);
    const buffer = new Uint8Array(1 << 20);
    const length = file.readSync(buffer) ?? 0;
    place += length;
    for (let i = 0; i < length; i++) if (buffer[i] === 10) known++;
    return known;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return 0;
    throw error;
  }
}

try {
  const submissions = makeClass();
  const floors = [await runEmptyFiles()];
  const { whole, grading, memory } = await gradeAll(
    submissions,
    "--types",
    "none",
  );
  floors.push(await runEmptyFiles());
  const empty = (floors[0]! + floors[1]!) / 2;
  const found: GradedClass = { count, jobs, empty, grading, whole, memory };
  console.log(JSON.stringify(found));
} finally {
  await Deno.remove(folder, { recursive: true });
}
