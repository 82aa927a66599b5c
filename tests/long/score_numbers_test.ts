/** The numbers in the scorer's README, computed anew: half a minute. */
import { assertEquals } from "@std/assert";
import { fileOf, LANGUAGES, read } from "../_support/docs.ts";
import { tableOf } from "../_support/markdown.ts";
import { needs } from "../_support/permission.ts";
import { MERLIN, openDesk } from "../_support/score_process.ts";

const PENGUINS = [
  "bill_length_mm",
  "bill_depth_mm",
  "flipper_length_mm",
  "body_mass_g",
];
const RUNS: readonly (readonly string[])[] = [
  ["merlin_de.csv", ...MERLIN],
  ["merlin_de.csv", "--features", "words,errors", "--label", "score"],
  [
    ...["penguins.csv", "--features", PENGUINS.join(), "--label", "species"],
    ...["--order", "none"],
  ],
];

interface Found {
  readonly model: string;
  readonly decision: string;
  readonly [name: string]: unknown;
}

/** `0.789 [0.764, 0.813]`; a dash for what is not known. */
function shown(found: Found | undefined, name: string): string {
  if (found === undefined) return "–";
  const { mean } = found[name] as { mean: number };
  const intervals = found.intervals as Record<string, [number, number]>;
  const [from, to] = intervals[name]!;
  return `${mean.toFixed(3)} [${from.toFixed(3)}, ${to.toFixed(3)}]`;
}

Deno.test(
  "the numbers in scripts/score/README are those of the commands",
  needs("run", "read", "write"),
  async () => {
    await using desk = openDesk();
    const expected: string[][] = [];
    for (const run of RUNS) {
      const { code, stdout } = await desk.score("evaluate", ...run, "--json");
      assertEquals(code, 0);
      const { ordered, evaluations } = JSON.parse(stdout);
      const kappa = ordered ? "kappa" : "unweightedKappa";
      const found: Found[] = evaluations;
      for (const one of found) {
        if (one.decision === "median") continue;
        const median = found.find(({ model, decision }) =>
          model === one.model && decision === "median"
        );
        expected.push([
          ...[shown(one, "accuracy"), shown(one, kappa)],
          shown(median, kappa),
        ]);
      }
    }
    for (const language of LANGUAGES) {
      const rows = tableOf(
        read(fileOf("scripts/score/README", language)),
        { en: "data", ja: "データ" }[language],
      );
      assertEquals(rows.map((row) => row.slice(3)), expected, language);
    }
  },
);
