/** The kit beside its peers: the same works, and what is told of times. */
import {
  assert,
  assertAlmostEquals,
  assertEquals,
  assertMatch,
  assertThrows,
} from "@std/assert";
import {
  exponentOf,
  growthPicture,
} from "../../../../scripts/bench/peers/growth.ts";
import {
  outcomeOf,
  requireNear,
} from "../../../../scripts/bench/peers/pairs.ts";
import { compiledChains } from "../../../../scripts/bench/peers/peak.ts";
import { Peer, type Start } from "../../../../scripts/bench/peers/peer.ts";
import { inTurn } from "../../../../scripts/bench/peers/processes.ts";
import {
  type Machine,
  report,
} from "../../../../scripts/bench/peers/report.ts";
import { growths, rows } from "../../../../scripts/bench/peers/works.ts";
import golden from "../../../golden/notebook_cells.json" with { type: "json" };
import { assertClose } from "../../../_support/close.ts";
import { fileOf, LANGUAGES, read } from "../../../_support/docs.ts";
import { tableOf } from "../../../_support/markdown.ts";
import { needs, programPath } from "../../../_support/permission.ts";

const SCRIPTS = "scripts/bench/peers/";
/** As a test may start them: in_program.ts starts what is not Deno. */
const KIT: Start = {
  name: "Kobai",
  command: [Deno.execPath(), "run", "--no-prompt", `${SCRIPTS}kobai_works.ts`],
  ...{ rtol: 1e-9, atol: 1e-9 },
};
const numpy = (): Start => ({
  ...KIT,
  name: "NumPy",
  command: [
    Deno.execPath(),
    ...["run", "--allow-run", "tests/_support/in_program.ts"],
    ...[programPath("numpy"), `${SCRIPTS}numpy_works.py`],
  ],
});

const WORKS = [
  ...["lecture", "numerical 2-4-3", "step 2-16-3", "training 2-16-3"],
  ...["matmul 20", "exp 100", "softmax 100", "sum 100"],
];

async function resultsOf(start: Start): Promise<(readonly number[])[]> {
  await using peer = new Peer(start);
  assertEquals(await peer.ask("nothing of the kind"), { none: true });
  const results: (readonly number[])[] = [];
  for (const work of WORKS) results.push((await peer.ask(work))!.result!);
  const { time } = (await peer.ask("sum 100", 3))!;
  assert(time! > 0);
  return results;
}

let kit: Promise<(readonly number[])[]> | undefined;

Deno.test(
  "the kit's works have the lecture's gradient and a step that train takes, too",
  needs("run", "read"),
  async () => {
    const [lecture, numerical, step, training, ...others] =
      await (kit ??= resultsOf(KIT));
    const right = golden.cells.find(({ id }) => id === "Out12-gradient-right")!
      .expected_exact as number[][];
    assertClose(lecture!, right.flat(), { rtol: 0, atol: 1e-10 });
    assertEquals(numerical!.length, 2 * 4 + 4 + 4 * 3 + 3);
    assertClose(step!, training!, { rtol: 1e-14, atol: 1e-16 });
    assertEquals(others.map(({ length }) => length), [400, 100, 100, 1]);
  },
);

Deno.test(
  "NumPy's works have the kit's results [numpy]",
  needs("run", "read", "numpy"),
  async () => {
    const found = await resultsOf(numpy());
    for (const [i, expected] of (await (kit ??= resultsOf(KIT))).entries()) {
      requireNear(found[i]!, expected, { start: KIT }, WORKS[i]!);
    }
  },
);

Deno.test("requireNear() tells another number, a missing one, and NaN", () => {
  const told = (found: number[]) => () =>
    requireNear(found, [1, 2], { start: KIT }, "a work");
  told([1, 2 + 1e-10])();
  for (const found of [[1, 2.001], [1], [1, NaN], [1, 2, 3]]) {
    assertThrows(told(found), RangeError, "Cannot time a work: Kobai has");
  }
});

Deno.test("outcomeOf() takes ratios within a round, and of the shortest", () => {
  const { kit, pairs } = outcomeOf("a work", ["Kobai", "NumPy"], [
    [10, 30, 20],
    [20, 15, 80],
  ]);
  assertEquals(kit, { median: 20, min: 10, max: 30 });
  assertEquals(pairs, [{
    peer: "NumPy",
    time: { median: 20, min: 15, max: 80 },
    ratio: { median: 0.5, low: 0.5, high: 2 },
    ofMinima: 10 / 15,
  }]);
});

Deno.test("exponentOf() finds the power with which times grow", () => {
  const sizes = [2, 4, 8, 16], label = { ja: "積", en: "product" };
  const grown = { label, sizes, times: sizes.map((n) => 700 * n ** 2.5) };
  assertAlmostEquals(exponentOf(grown), 2.5, 1e-12);
  const { lines, description } = growthPicture([grown]);
  assertEquals(lines[0]!.label, { ja: "積 ∝ n^2.5", en: "product ∝ n^2.5" });
  assertMatch(description.en, /product ∝ n\^2\.5$/);
});

Deno.test("compiledChains() multiplies and adds as it says", () => {
  const run = compiledChains();
  let x = 0;
  for (let i = 0; i < 1000; i++) x = x * (1 - 1e-9) + 1e-9;
  assertAlmostEquals(run(1000), 12 * x, 1e-20);
});

Deno.test(
  "inTurn() leaves out what is missing or fails",
  needs("run"),
  async () => {
    const deno = (name: string, code: string) => ({
      name,
      command: [Deno.execPath(), "eval", code] as [string, ...string[]],
    });
    const { names, times } = await inTurn([
      deno("works", "1"),
      deno("fails", "Deno.exit(3)"),
    ], 2);
    assertEquals(names, ["works"]);
    assertEquals(times[0]!.length, 2);
  },
);

Deno.test("report() shows times, ratios and what there was to measure with", () => {
  const ratio = { median: 0.5, low: 0.123, high: 12.3 };
  const time = { median: 2, min: 1234, max: 3 };
  const machine: Machine = {
    processor: "a processor",
    rounds: 7,
    versions: ["Deno 1", "NumPy 2"],
    peak: 1.25e10,
    product: 6.25e9,
    page: 900,
  };
  const outcomes = [
    {
      label: rows[0]!.label,
      outcome: {
        work: "a",
        kit: time,
        pairs: [{ peer: "NumPy", time, ratio, ofMinima: 0.0456 }],
      },
    },
    { label: rows[1]!.label, outcome: { work: "b", kit: time, pairs: [] } },
  ];
  const text = report(outcomes, machine, "en");
  assertEquals(tableOf(text, "work"), [
    [rows[0]!.label.en, "1.23 µs", "0.046 (0.5, 0.12–12)"],
    [rows[1]!.label.en, "1.23 µs", "–"],
  ]);
  assertMatch(text, /12\.5·10⁹ operations a second.* 50 %; .* 900 ns/s);
  assertMatch(report(outcomes, machine, "ja"), /7 回の比の中央値/);
});

for (const language of LANGUAGES) {
  const file = fileOf("scripts/bench/README", language);
  Deno.test(
    `${file} has every work, in the same numbers`,
    needs("read"),
    () => {
      const table = (one: typeof language) =>
        tableOf(
          read(fileOf("scripts/bench/README", one)),
          { en: "work", ja: "計算" }[one],
        );
      const labels = table(language).map(([label]) => label);
      for (const { label } of rows) assert(labels.includes(label[language]));
      const numbers = table(language).map((cells) => cells.slice(1));
      assertEquals(numbers, table("en").map((cells) => cells.slice(1)));
      for (const { label } of growths) {
        const picture = read(`examples/pictures/growth.${language}.svg`);
        assert(picture.includes(label[language]), label[language]);
      }
    },
  );
}
