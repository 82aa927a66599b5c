/** Works that are whole programs, or that NumPy's own program times. */
import type { Text } from "../../cli/message.ts";
import { type Outcome, outcomeOf } from "./pairs.ts";
import type { Peer } from "./peer.ts";
import { inTurn, type Program, run } from "./processes.ts";
import { careful, numpyWorks, script } from "./start_peers.ts";

/** What was timed, and what it is called. */
export interface Told {
  readonly label: Text;
  readonly outcome: Outcome;
}

/** A step of word vectors; `rows.py` times its own. */
export async function timeWordVectors(
  kit: Peer,
  python: string,
  rounds: number,
): Promise<Told> {
  const program: Program = {
    name: "NumPy",
    command: [...careful(python), "tests/bench/rows.py", "sgd", "20"],
  };
  const told = async () => JSON.parse((await run(program))!.stdout);
  const { losses: [loss] } = await told();
  const [own] = (await kit.ask("cbow"))!.result!;
  if (!(Math.abs(own! - loss) <= 1e-12 * loss)) {
    throw new RangeError(
      `Cannot time word vectors: the losses are ${own} and ${loss}, ` +
        "the same is needed",
    );
  }
  const times: [number[], number[]] = [[], []];
  await kit.ask("cbow", 100);
  for (let round = 0; round < rounds; round++) {
    times[0].push((await kit.ask("cbow", 20))!.time!);
    times[1].push((await told()).median * 1e6);
  }
  return {
    label: {
      ja: "CBOW（1 万語、負例 5）の 1 ステップ",
      en: "a step of CBOW, 10,000 words, 5 negatives",
    },
    outcome: outcomeOf("cbow", ["Kobai", "NumPy"], times),
  };
}

// Reading text would take NumPy longer than learning: the digits are written
// down once, as NumPy likes them, and that is what its program is given.
const KEEP = "import sys, tempfile, numpy as np\n" +
  "file = tempfile.NamedTemporaryFile(suffix='.npy', delete=False)\n" +
  "np.save(file, np.loadtxt(sys.stdin, delimiter=','))\n" +
  "print(file.name, end='')";
const LEARN = "import sys, runpy, numpy as np\n" +
  "np.loadtxt = lambda path, delimiter: np.load(path)\n" +
  "sys.argv = ['digits.py', sys.argv[1]]\n" +
  "runpy.run_path('examples/book/digits.py')";

/** The book's digits, learnt in 1,000 steps, from start to end. */
export async function timeDigits(
  python: string,
  rounds: number,
): Promise<Told | undefined> {
  const deno = (path: string): Program["command"] => [
    ...[Deno.execPath(), "run", "--no-prompt"] as const,
    path,
  ];
  const name = "Kobai";
  const text = await run({
    name,
    command: deno("examples/book/digits_csv.ts"),
  });
  const file = text && await run({
    name,
    command: [python, "-c", KEEP],
    input: text.stdout,
  });
  if (file === undefined) return undefined;
  const path = file.stdout;
  const { names, times } = await inTurn([
    { name, command: deno("examples/book/digits.ts") },
    { name: "NumPy", command: [...careful(python), "-c", LEARN, path] },
  ], rounds);
  await run({
    name,
    command: [python, "-c", "import os, sys; os.remove(sys.argv[1])", path],
  });
  return {
    label: {
      ja: "教科書の手書き数字、1,000 ステップのプログラム",
      en: "the book's digits, 1,000 steps, the whole program",
    },
    outcome: outcomeOf("digits", names, times),
  };
}

/** The lecture's gradient, once, and an empty program. */
export async function timeStart(
  python: string | undefined,
  rounds: number,
): Promise<Told> {
  const input = `${JSON.stringify({ work: "lecture", calls: 0 })}\n`;
  const { names, times } = await inTurn([
    { name: "Kobai", command: script("kobai_works.ts"), input },
    { name: "deno run", command: script("empty.ts") },
    ...python === undefined
      ? []
      : [{ name: "NumPy", command: numpyWorks(python), input }],
  ], rounds);
  return {
    label: {
      ja: "講義の勾配を 1 回求めるプログラム（`deno run` は空のプログラム）",
      en: "a program with the lecture's gradient (`deno run`: an empty one)",
    },
    outcome: outcomeOf("start", names, times),
  };
}
