/** `deno task bench`: what it prints, what it asks for, and what it refuses. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Spread } from "../../scripts/bench/measure.ts";
import { CHECKOUT } from "../_support/checkout.ts";
import { type Ended, runDeno } from "../_support/deno_process.ts";
import { temporaryFolder } from "../_support/files.ts";
import { needs } from "../_support/permission.ts";
import { flagsIn, headerOf } from "../_support/scripts.ts";

const SCRIPT = "scripts/bench.ts";
const quiet = { LC_ALL: "", LC_MESSAGES: "", LANG: "" };

/** Runs the script, by itself with every permission that its header names. */
function cost(
  args: readonly string[],
  env: Record<string, string> = {},
  flags = flagsIn(headerOf(SCRIPT)),
): Promise<Ended> {
  return runDeno(["run", "--no-prompt", ...flags, SCRIPT, ...args], {
    cwd: CHECKOUT,
    env: { ...quiet, ...env },
  });
}

/** The quickest run: one round of the smallest net. */
const quick = ["--rounds", "1", "--net", "2-3"];

interface Row {
  readonly net: string;
  readonly weights: number;
  readonly samples: number;
  readonly numericalSample: number;
  readonly [time: string]: string | number | Spread;
}

Deno.test(
  "deno task bench --json gives times and ratios, for programs",
  needs("run", "read"),
  async () => {
    const { code, stdout, stderr } = await cost([...quick, "--json"]);
    assertEquals([code, stderr], [0, ""]);
    const { processor, deno, rounds, rows } = JSON.parse(stdout);
    assertMatch(processor, /\S/);
    assertEquals([deno, rounds], [Deno.version.deno, 1]);
    const [row] = rows as [Row];
    const { net, weights, samples, numericalSample, ...spreads } = row;
    assertEquals(rows.length, 1);
    assertEquals([net, weights, samples, numericalSample], ["2-3", 6, 1, 6]);
    assertEquals(Object.keys(spreads), [
      ...["byHand", "loss", "gradient", "formula", "numerical"],
      ...["gradientRatio", "numericalRatio", "handRatio"],
    ]);
    for (const [name, spread] of Object.entries(spreads)) {
      const { median, min, max } = spread as Spread;
      assert(0 < min && min <= median && median <= max, `${name}: ${median}`);
      assertEquals([min, median], [max, max], `${name} has one round`);
    }
  },
);

Deno.test(
  "deno task bench prints the table in both languages, and what it means",
  needs("run", "read"),
  async () => {
    const words = {
      ja: [
        "ネットワーク",
        "誤差逆伝播/損失",
        "重み 1 個につき損失の計算が 2 回",
      ],
      en: [
        "net",
        "gradient/loss",
        "two evaluations of the loss for each weight",
      ],
    };
    const [ja, en, chosen] = await Promise.all([
      cost(quick, { LANG: "ja_JP.UTF-8" }),
      cost(quick, { LANG: "en_US.UTF-8" }),
      cost([...quick, "--lang", "en"], { LANG: "ja_JP.UTF-8" }),
    ]);
    for (
      const [{ code, stdout, stderr }, language] of [[ja, "ja"], [en, "en"], [
        chosen,
        "en",
      ]] as const
    ) {
      assertEquals([code, stderr], [0, ""]);
      for (const word of words[language]) assert(stdout.includes(word), word);
      assert(stdout.includes(`Deno ${Deno.version.deno}`));
      assertMatch(stdout, /^2-3 +6 +1 +[\d.]+ [nµm]s /m);
      assertMatch(stdout, /^2-3 +[\d.]+ \([\d.]+–[\d.]+\) +\d+ \(\d+–\d+\) /m);
      assert(!/[{}]|undefined|NaN/.test(stdout), stdout);
    }
  },
);

Deno.test(
  "deno task bench asks for what its header says, and runs without it",
  needs("run", "read", "write"),
  async () => {
    const flags = flagsIn(headerOf(SCRIPT));
    assertEquals(flags, [
      "--allow-env=LC_ALL,LC_MESSAGES,LANG",
      "--allow-sys=cpus",
    ]);
    using folder = temporaryFolder();
    const log = folder.file("asked.jsonl", "");
    const env = { DENO_AUDIT_PERMISSIONS: log };
    const { code, stdout, stderr } = await cost(quick, env);
    assertEquals([code, stderr], [0, ""]);
    const asked = Deno.readTextFileSync(log).split("\n").filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .map(({ permission, value }) => `${permission} ${value}`);
    assertEquals([...new Set(asked)].sort(), [
      ...["env LANG", "env LC_ALL", "env LC_MESSAGES", "sys cpus"],
    ]);
    assert(stdout.includes("誤差逆伝播"), "Japanese where nothing is said");
  },
);

Deno.test(
  "deno task bench refuses what it does not understand",
  needs("run", "read"),
  async () => {
    const refused: [string[], string][] = [
      [["--rounds", "0"], "「0」"],
      [["--rounds", "1.5", "--lang", "en"], '"1.5"'],
      [["--rounds", "many"], "「many」"],
      [["--rounds"], "--rounds"],
      [["--net", "3-3"], "2-16-3"],
      [["--net", "3-3", "--lang", "en"], '"3-3"'],
      [["--loud", "--lang", "en"], "--loud"],
      [["2-3"], "「2-3」"],
      [["2-3", "--lang", "en"], '"2-3"'],
      [["--lang", "en", "--", "--rounds"], '"--rounds"'],
      [["--lang", "fr"], "fr"],
    ];
    await Promise.all(refused.map(async ([args, part]) => {
      const { code, stdout, stderr } = await cost(args);
      assertEquals([code, stdout], [2, ""], args.join(" "));
      assert(stderr.includes(part), stderr);
      assertMatch(stderr, /^[^\n]+\n$/); // one line, no stack
      const isJapanese = /[ぁ-ん]/.test(stderr);
      assertEquals(isJapanese, !args.includes("en"), stderr);
    }));
  },
);

Deno.test(
  "deno task bench --help says how it is used, in both languages",
  needs("run", "read"),
  async () => {
    const help = (lang: string) => cost(["--help", "--lang", lang]);
    for (const [lang, word] of [["ja", "使い方"], ["en", "Usage"]] as const) {
      const { code, stdout, stderr } = await help(lang);
      assertEquals([code, stderr], [0, ""]);
      assert(stdout.startsWith(word));
      for (const option of ["--lang", "--json", "--rounds", "--net"]) {
        assert(stdout.includes(option), option);
      }
    }
  },
);
