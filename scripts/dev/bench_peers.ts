/**
 * `deno task bench:peers`: times the kit beside NumPy, numpy-ts, ml-matrix and
 * jax-js, as far as there are any, and whole programs beside NumPy's. With
 * `--write` the table and the picture go into the docs; `--rounds=N` says how
 * often (25 times); words are the works to time, such as `matmul`.
 *
 * Permissions: `--allow-read --allow-run --allow-sys=cpus` and
 * `--allow-write=scripts/bench,examples/pictures`, for the docs, the peers'
 * programs, the name of the processor, and what is written.
 */
import { cpus } from "node:os";
import { type Grown, growthPicture, growthSvg } from "../bench/peers/growth.ts";
import { pairsOf } from "../bench/peers/pairs.ts";
import { peakOf128Bits } from "../bench/peers/peak.ts";
import {
  timeDigits,
  timeStart,
  timeWordVectors,
  type Told,
} from "../bench/peers/programs.ts";
import { report } from "../bench/peers/report.ts";
import {
  pythonWithNumpy,
  startKit,
  startPeers,
} from "../bench/peers/start_peers.ts";
import { growths, rows } from "../bench/peers/works.ts";

const flags = Deno.args.filter((word) => word.startsWith("--"));
const words = Deno.args.filter((word) => !word.startsWith("--"));
const rounds = Number(
  flags.find((flag) => flag.startsWith("--rounds="))?.slice(9) ?? 25,
);
const isWanted = (work: string) =>
  words.length === 0 || words.some((word) => work.startsWith(word));

const python = await pythonWithNumpy();
await using kit = startKit();
const { peers, versions, missing, page } = await startPeers(python);
for (const name of missing) console.log(`${name} is missing here`);

const all: Told[] = [];

function tell(one: Told): void {
  all.push(one);
  const { work, kit, pairs } = one.outcome;
  const told = pairs.map(({ peer, ofMinima, ratio }) =>
    `${peer} ${ofMinima.toPrecision(3)} (${ratio.median.toPrecision(3)})`
  );
  console.log(
    `${work}: ${(kit.min / 1000).toPrecision(4)} µs; ${told.join(", ")}`,
  );
}

for (const { work, label } of rows.filter(({ work }) => isWanted(work))) {
  tell({ label, outcome: await pairsOf(work, kit, peers, rounds) });
}
if (isWanted("start")) tell(await timeStart(python, rounds));
if (python !== undefined) {
  if (isWanted("cbow")) tell(await timeWordVectors(kit, python, 9));
  const digits = isWanted("digits") && await timeDigits(python, 9);
  if (digits) tell(digits);
}

const grown: Grown[] = [];
for (const { label, works } of isWanted("growth") ? growths : []) {
  const times: number[] = [];
  for (const { work } of works) {
    times.push((await pairsOf(work, kit, [], rounds)).kit.min);
  }
  grown.push({ label, sizes: works.map(({ size }) => size), times });
}
if (grown.length > 0) console.log(growthPicture(grown).description.en);
for (const peer of peers) await peer[Symbol.asyncDispose]();

const product = all.find(({ outcome }) => outcome.work === "matmul 512");
const machine = {
  ...{ rounds, versions, page },
  processor: cpus()[0]?.model ?? "?",
  peak: await peakOf128Bits(),
  product: product && 2 * 512 ** 3 / (product.outcome.kit.min / 1e9),
};
console.log(`\n${report(all, machine, "en")}`);

for (const language of flags.includes("--write") ? ["en", "ja"] as const : []) {
  const path = `scripts/bench/README${language === "ja" ? ".ja" : ""}.md`;
  const parts = Deno.readTextFileSync(path)
    .split(/(?<=<!-- peers -->\n)[^]*(?=<!-- \/peers -->)/);
  const text = report(all, machine, language);
  Deno.writeTextFileSync(path, parts.join(`\n${text}\n\n`));
  Deno.writeTextFileSync(
    `examples/pictures/growth.${language}.svg`,
    growthSvg(grown, language),
  );
}
