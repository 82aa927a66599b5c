/** What was measured, as the docs show it. */
import { type Language, message, type Text } from "../../cli/message.ts";
import type { Outcome, Pair, Quarters } from "./pairs.ts";

/** On what was measured, and with what. */
export interface Machine {
  readonly processor: string;
  readonly rounds: number;
  /** Such as `NumPy 2.4.6, SkylakeX`. */
  readonly versions: readonly string[];
  /** Operations in a second with 128-bit vectors. */
  readonly peak: number;
  /** Those of the kit's product of 512×512, if it was timed. */
  readonly product: number | undefined;
  /** Nanoseconds for a page of memory; undefined without NumPy. */
  readonly page: number | undefined;
}

const WORK: Text = { ja: "計算", en: "work" };
const TIME: Text = { ja: "時間", en: "time" };
const told = message({
  ja:
    "Kobai の時間と、Kobai の最短時間を相手の最短時間で割った値です（1 未満なら Kobai のほうが速い）。カッコ内は {rounds} 回の比の中央値と、その真ん中の半分の範囲。どれも 1 スレッドで、計る前に結果が同じことを確かめています。",
  en:
    "The kit's time, and its shortest time as a part of a peer's shortest: below 1 the kit is faster. In brackets the median of {rounds} ratios, each taken within a round, and the range of the middle half of them. All have one thread, and results were compared before anything was timed.",
});
const on = message({
  ja:
    "計った機械: {processor}。{versions}。128 ビットの演算は毎秒 {peak}×10⁹ 回まで（512×512 の積はその {share} %）。新しいメモリー 1 ページに {page}。",
  en:
    "Measured on: {processor}; {versions}. 128-bit arithmetic reaches {peak}·10⁹ operations a second, of which the product of 512×512 has {share} %; a fresh page of memory costs {page}.",
});

/** The table and what stands around it, in Markdown. */
export function report(
  outcomes: readonly { readonly label: Text; readonly outcome: Outcome }[],
  machine: Machine,
  language: Language,
): string {
  const peers = [
    ...new Set(
      outcomes.flatMap(({ outcome }) => outcome.pairs.map(({ peer }) => peer)),
    ),
  ];
  const rows = outcomes.map(({ label, outcome: { kit, pairs } }) => [
    label[language],
    timeText(kit.min),
    ...peers.map((peer) => {
      const pair = pairs.find((one) => one.peer === peer);
      return pair === undefined ? "–" : ratioText(pair);
    }),
  ]);
  const { processor, versions, rounds, peak, product, page } = machine;
  return [
    told({ rounds })[language],
    "",
    ...tableOf([[WORK[language], TIME[language], ...peers], ...rows]),
    "",
    on({
      processor,
      versions: versions.join(", "),
      peak: (peak / 1e9).toFixed(1),
      share: product === undefined ? "?" : (100 * product / peak).toFixed(0),
      page: page === undefined ? "?" : timeText(page),
    })[language],
  ].join("\n");
}

function ratioText({ ofMinima, ratio }: Pair): string {
  return `${short(ofMinima)} (${quartersText(ratio)})`;
}

function quartersText({ median, low, high }: Quarters): string {
  return `${short(median)}, ${short(low)}–${short(high)}`;
}

/** Two digits. */
function short(ratio: number): string {
  return ratio >= 9.95 ? ratio.toFixed(0) : String(+ratio.toPrecision(2));
}

const units = ["ns", "µs", "ms", "s"];

function timeText(nanoseconds: number): string {
  let value = nanoseconds, unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${+value.toPrecision(3)} ${units[unit]}`;
}

function tableOf([head, ...rows]: readonly string[][]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head!), line(head!.map(() => "---")), ...rows.map(line)];
}
