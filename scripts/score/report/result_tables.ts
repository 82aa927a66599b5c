/** What essays are and how models did, in tables. */
import { classScores, type Matrix } from "kobai";
import { align } from "../../cli/align.ts";
import {
  joinTexts,
  type Language,
  message,
  type Text,
} from "../../cli/message.ts";
import { foldLabel } from "../../table/label_cell.ts";
import { countBands, type Essays, type Sorting } from "../essays/essays.ts";
import {
  bestOf,
  chosenKappa,
  type Evaluation,
  type OverRuns,
  overRuns,
} from "../evaluation/evaluation.ts";
import { modelKind } from "../model/fit.ts";
import { modelName } from "../model/model_name.ts";
import { count, decimals } from "./numbers.ts";
import type { ReportTable } from "./report.ts";
import type { Interval } from "../evaluation/bootstrap.ts";
import { PENALTY_C } from "../model/newton.ts";

const whatTable = message({
  ja: "{file}：{rows} 編、特徴量は {features}",
  en: "{file}: {rows} essays, features {features}",
});
const whatBands = message({ ja: "バンド：{list}", en: "bands: {list}" });
const whatOrder = message({
  ja: "バンドの順：{list}（知られている尺度。違えば --order で変えられます）",
  en: "order of the bands: {list} (a scale that is known; --order changes it)",
});

const someExcluded = message({
  ja: "使えない {count} 行を除いています。",
  en: "Rows that could not be used and are left out: {count}.",
});

/** That rows were left out, if any were. */
export function excludedTexts(count: number): Text[] {
  return count > 0 ? [someExcluded({ count })] : [];
}

const notFound = message({
  ja:
    "--order の {list} には作文がありません。バンドとはせず、その前後のバンドを隣どうしとして数えます。",
  en:
    "No essay has {list} of --order: no band is made of it, and the bands before and after it count as neighbours.",
});

/** What a table holds, and in which order labels were put. */
export function describeEssays(
  name: string,
  features: readonly string[],
  essays: Essays,
  { bands, order }: Sorting,
): Text[] {
  const { names, ordered } = essays.bands;
  const found = bands === undefined && order === undefined && ordered &&
    names.length > 2;
  const counts = countBands(essays), rows = count(essays.given.length);
  const list = names.map((band, i) => `${band} ${counts[i]}`);
  const known = new Set(names.map(foldLabel));
  const missing = typeof order === "object"
    ? order.filter((label) => !known.has(foldLabel(label)))
    : [];
  return [
    whatTable({ file: name, rows, features: features.join(", ") }),
    whatBands({ list: list.join(", ") }),
    ...(found ? [whatOrder({ list: names.join(" < ") })] : []),
    ...(missing.length > 0 ? [notFound({ list: missing.join(", ") })] : []),
  ];
}

const model: Text = { ja: "モデル", en: "model" };
const accuracyHead: Text = { ja: "正解率", en: "accuracy" };
const kappaHead: Text = { ja: "重み付きκ", en: "kappa" };
const unweightedHead: Text = { ja: "重みなしのκ", en: "unweighted kappa" };
const correlationHead: Text = { ja: "相関 r", en: "r" };
const majorityLine: Text = { ja: "最頻バンドだけ", en: "majority line" };

/**
 * The results beside each other, the majority line first. What needs an order
 * is left out where bands have none.
 */
export function resultTable(
  evaluations: readonly Evaluation[],
  language: Language,
): ReportTable {
  const { ordered, majority } = evaluations[0]!;
  const head = ordered
    ? [model, accuracyHead, kappaHead, correlationHead]
    : [model, accuracyHead, unweightedHead];
  const first = [majorityLine[language], decimals(majority), decimals(0), "–"];
  const rows = evaluations.map((evaluation) => {
    const { accuracy, correlation } = overRuns(evaluation);
    const numbers = [accuracy, chosenKappa(evaluation), correlation];
    return [modelName(evaluation)[language], ...numbers.map(withDeviation)];
  });
  return {
    head: head.map((text) => text[language]),
    rows: [first, ...rows].map((row) => row.slice(0, head.length)),
  };
}

function withDeviation({ mean, deviation }: OverRuns): string {
  return Number.isFinite(deviation)
    ? `${decimals(mean)} ± ${decimals(deviation)}`
    : decimals(mean);
}

const meaning: Text = {
  ja:
    "最頻バンドだけ：何も見ずに、いつも最も多いバンドと答える場合。重み付きκ（2 次）：偶然なら 0、完全に一致すれば 1。",
  en:
    "majority line: looks at nothing, always says the most frequent band. kappa (quadratic weights): 0 for chance, 1 for full agreement.",
};
const deviationMeaning: Text = {
  ja: "±：種による標準偏差（作文が変わったときの不確かさではありません）。",
  en:
    "±: standard deviation over the seeds (it does not say how sure a result is for other essays).",
};

const regressionMeaning = message({
  ja:
    "ソフトマックス回帰：損失の合計と ‖W‖²/2C の和を最小にする重み（ニュートン法、C = {C}）。",
  en:
    "softmax regression: at the optimum of total loss and ‖W‖²/2C (Newton's method, C = {C}).",
});
const ordinalMeaning = message({
  ja:
    "順序回帰：特徴量から一つの得点を作り、しきい値でバンドに分けるモデル（順序ロジット）。損失の合計と ‖W‖²/2C の和を最小にする（ニュートン法、C = {C}、しきい値には罰則なし）。",
  en:
    "ordinal regression: one score, cut into bands by thresholds (cumulative logit), at the optimum of total loss and ‖W‖²/2C (Newton's method, C = {C}, thresholds free).",
});
const medianMeaning: Text = {
  ja:
    "中央値：同じ確率から、最も確率の高いバンドではなく中央のバンド（低いほうからの確率の和が 0.5 に達するバンド）を選ぶ場合。",
  en:
    "median: the same probabilities, but the band in the middle is chosen (where their sum from the lowest band on reaches 0.5) in place of the most probable one.",
};
const unorderedMeaning = message({
  ja:
    '最頻バンドだけ：何も見ずに、いつも最も多いバンドと答える場合。重みなしのκ：偶然なら 0、完全に一致すれば 1。バンド（{list}）には順序がないか、分からないので、順序の要る数（重み付きκ、相関 r）は出していません。--order "低いほう,…,高いほう" か --bands で順序を書けます。',
  en:
    'majority line: looks at nothing, always says the most frequent band. unweighted kappa: 0 for chance, 1 for full agreement. The bands ({list}) have no order, or none that is known, so what needs one (kappa with quadratic weights, r) is left out; --order "lowest,...,highest" or --bands gives it.',
});

const bestMeaning = message({
  ja:
    "この後の詳しい結果は、κ の最も高い {model} のものです。その κ で選んだので、値は少し高めに出ているかもしれません。",
  en:
    "What follows in detail is of {model}, whose kappa is the highest; as it was chosen by that, its numbers may be a little too high.",
});

/** What the columns of the results mean, and why some are not there. */
export function resultMeaning(
  evaluations: readonly Evaluation[],
  bands: readonly string[],
): Text {
  const { runs, ordered } = evaluations[0]!;
  const columns = ordered
    ? meaning
    : unorderedMeaning({ list: bands.join(", ") });
  const sentences = [columns];
  if (runs.length > 1) sentences.push(deviationMeaning);
  const kinds = evaluations.map(({ settings }) => modelKind(settings));
  if (kinds.includes("softmaxRegression")) {
    sentences.push(regressionMeaning({ C: PENALTY_C }));
  }
  if (kinds.includes("ordinalRegression")) {
    sentences.push(ordinalMeaning({ C: PENALTY_C }));
  }
  if (evaluations.some(({ decision }) => decision === "median")) {
    sentences.push(medianMeaning);
  }
  const best = evaluations[bestOf(evaluations)]!;
  if (evaluations.length > 1 && Number.isFinite(chosenKappa(best).mean)) {
    sentences.push(bestMeaning({ model: modelName(best) }));
  }
  return joinTexts(sentences, { ja: "", en: " " });
}

const intervalHead: Text = { ja: "95 % の区間", en: "95 % interval" };
const chanceHead: Text = { ja: "偶然の p", en: "p of chance" };

/**
 * How far results might be off for other essays, and whether chance explains
 * them.
 */
export function intervalTable(
  evaluations: readonly Evaluation[],
  language: Language,
): ReportTable {
  const { ordered } = evaluations[0]!;
  const head = ordered
    ? [intervalHead, accuracyHead, kappaHead, correlationHead, chanceHead]
    : [intervalHead, accuracyHead, unweightedHead, chanceHead];
  const rows = evaluations.map((evaluation) => {
    const { intervals, chance } = evaluation;
    const shown = ordered
      ? [intervals.accuracy, intervals.kappa, intervals.correlation]
      : [intervals.accuracy, intervals.unweightedKappa];
    return [
      modelName(evaluation)[language],
      ...shown.map(intervalText),
      decimals(chance.p, 4),
    ];
  });
  return { head: head.map((text) => text[language]), rows };
}

/** `[0.765, 0.814]`; a dash where it is not known. */
export function intervalText([from, to]: Interval): string {
  return Number.isNaN(from) ? "–" : `[${decimals(from)}, ${decimals(to)}]`;
}

const byEssays = message({
  ja:
    "95 % の区間：作文を {replicates} 回引き直すブートストラップ（{method}）による（いつも同じ値なら、幅は分からないので –）。p：予測を作文のあいだで {permutations} 回混ぜて、同じ以上に一致する割合。",
  en:
    "95 % interval: by bootstrap ({method}), the essays drawn anew {replicates} times (– where that is always the same, so that nothing is known). p: how often predictions agree as well when they are mixed among the essays ({permutations} times).",
});
const byGroups = message({
  ja:
    "95 % の区間：組を {replicates} 回引き直すブートストラップ（{method}）による（いつも同じ値なら、幅は分からないので –）。p：予測を組のあいだで {permutations} 回混ぜて、同じ以上に一致する割合。",
  en:
    "95 % interval: by bootstrap ({method}), the groups drawn anew {replicates} times (– where that is always the same, so that nothing is known). p: how often predictions agree as well when they are mixed among the groups ({permutations} times).",
});

const percentiles: Text = { ja: "パーセンタイル", en: "percentiles" };

/** What the intervals mean. */
export function intervalMeaning(
  evaluations: readonly Evaluation[],
  hasGroups: boolean,
): Text {
  const { intervals, chance: { permutations } } = evaluations[0]!;
  const { replicates, method } = intervals;
  return (hasGroups ? byGroups : byEssays)({
    replicates,
    permutations,
    method: method === "BCa" ? "BCa" : percentiles,
  });
}

const adjacentHead: Text = { ja: "1 段以内", en: "within one band" };
const meanDifferenceHead: Text = {
  ja: "平均の差",
  en: "mean difference",
};

/**
 * Further numbers, each with its interval: what needs an order is left out
 * where bands have none.
 */
export function agreementTable(
  evaluations: readonly Evaluation[],
  language: Language,
): ReportTable | undefined {
  if (!evaluations[0]!.ordered) return undefined;
  const head = [model, adjacentHead, unweightedHead, meanDifferenceHead];
  const rows = evaluations.map((evaluation) => {
    const { adjacent, unweightedKappa, standardisedMeanDifference } = overRuns(
      evaluation,
    );
    const { intervals } = evaluation;
    return [
      modelName(evaluation)[language],
      withInterval(adjacent.mean, intervals.adjacent),
      withInterval(unweightedKappa.mean, intervals.unweightedKappa),
      withInterval(
        standardisedMeanDifference.mean,
        intervals.standardisedMeanDifference,
      ),
    ];
  });
  return { head: head.map((text) => text[language]), rows };
}

/** A number with its interval. */
export function withInterval(value: number, interval: Interval): string {
  return `${decimals(value)} ${intervalText(interval)}`;
}

const agreementMeaning = message({
  ja:
    "正解率：人と機械が同じバンドをつけた作文の割合。1 段以内：同じか、隣のバンドだった割合。重み付きκ：偶然の一致を差し引いた一致の度合いで、大きく外れるほど重く数える。重みなしのκ：どの外れも同じ重さに数える。相関 r：人と機械の評価が、同じ向きに上下するか（1 なら完全にそろう）。平均の差：機械の評価が平均して人より {last} に寄る（正）か {first} に寄る（負）か。人がつけたバンドの標準偏差（N − 1）を 1 とした大きさで、0 に近いほどよい。",
  en:
    "accuracy: the share of essays to which people and the machine give the same band. within one band: the same or the next one. kappa (quadratic weights): how far agreement goes beyond chance, where being far off counts more. unweighted kappa: where each mistake counts the same. r: whether the machine's bands rise and fall with people's (1: always). mean difference: whether the machine is on average nearer to {last} (above 0) or nearer to {first} (below 0) than people are, in standard deviations of their bands (N − 1); the closer to 0, the better.",
});

/** What those numbers mean; bands may run upwards or downwards. */
export function meaningOfAgreement(bands: readonly string[]): Text {
  return agreementMeaning({ first: bands[0]!, last: bands.at(-1)! });
}

/** What the columns of a table of bands mean. */
export const bandMeaning: Text = {
  ja:
    "適合率：機械がこのバンドをつけた作文のうち、人も同じだった割合。再現率：人がこのバンドをつけた作文のうち、機械もそうした割合。F1：両方をまとめた数（調和平均）。",
  en:
    "precision: of the essays that the machine puts into a band, the share that people put there too. recall: of the essays that people put there, the share that the machine finds. F1: both in one number (harmonic mean).",
};

const bandHead: readonly Text[] = [
  { ja: "バンド", en: "band" },
  { ja: "編数", en: "essays" },
  { ja: "適合率", en: "precision" },
  { ja: "再現率", en: "recall" },
  { ja: "F1", en: "F1" },
];

/** How well each band is found. */
export function bandTable(
  { confusion, runs }: Evaluation,
  names: readonly string[],
  language: Language,
): ReportTable {
  const rows = classScores(confusion).map((scores, i) => [
    names[i]!,
    count(scores.samples / runs.length),
    decimals(scores.precision),
    decimals(scores.recall),
    decimals(scores.f1),
  ]);
  return { head: bandHead.map((text) => text[language]), rows };
}

/** How sure it is how well each band is found. */
export function bandIntervalTable(
  { intervals: { bands } }: Evaluation,
  names: readonly string[],
  language: Language,
): ReportTable {
  const [, , ...scores] = bandHead;
  return {
    head: [intervalHead, ...scores].map((text) => text[language]),
    rows: bands.map(({ precision, recall, f1 }, i) => [
      names[i]!,
      ...[precision, recall, f1].map(intervalText),
    ]),
  };
}

/** The confusion matrix as a table. */
export function confusionTable(
  confusion: Matrix,
  names: readonly string[],
): ReportTable {
  const rows = confusion.toArray().map((row, i) => [
    names[i]!,
    ...row.map((number) => count(number)),
  ]);
  return { head: ["", ...names], rows };
}

/** A table as text. */
export function tableText({ head, rows, texts }: ReportTable): string {
  return align([head, ...rows], "   ", texts);
}

const severalRuns = message({
  ja: "混同行列（行：人がつけたバンド、列：予測したバンド。{runs} 回の合計）",
  en:
    "Confusion matrix (rows: bands given by people, columns: predicted; {runs} runs together)",
});
const oneRun: Text = {
  ja: "混同行列（行：人がつけたバンド、列：予測したバンド）",
  en: "Confusion matrix (rows: bands given by people, columns: predicted)",
};

/** What to say above the confusion matrix. */
export function confusionHeading({ runs }: Evaluation): Text {
  return runs.length > 1 ? severalRuns({ runs: runs.length }) : oneRun;
}

const severalRunsOf = message({
  ja: "{model}、{runs} 回の交差検証の合計。",
  en: "{model}, {runs} cross-validations together.",
});
const oneRunOf = message({
  ja: "{model}、交差検証による。",
  en: "{model}, by cross-validation.",
});

/** What to say below its picture. */
export function confusionCaption(evaluation: Evaluation): Text {
  const model = modelName(evaluation), runs = evaluation.runs.length;
  return runs > 1 ? severalRunsOf({ model, runs }) : oneRunOf({ model });
}
