/** What essays are and how models did, in tables. */
import { classScores, type Matrix } from "kobai";
import { align } from "../cli/align.ts";
import {
  joinTexts,
  type Language,
  message,
  type Text,
} from "../cli/message.ts";
import { countBands, type Essays } from "./essays.ts";
import { type Evaluation, type OverRuns, overRuns } from "./evaluation.ts";
import { modelName } from "./model_name.ts";
import { count, decimals } from "./numbers.ts";
import type { ReportTable } from "./report.ts";

const whatTable = message({
  ja: "{file}：{rows} 編、特徴量は {features}",
  en: "{file}: {rows} essays, features {features}",
});
const whatBands = message({ ja: "バンド：{list}", en: "bands: {list}" });

/** What a table holds, in two lines. */
export function describeEssays(
  name: string,
  features: readonly string[],
  essays: Essays,
): Text[] {
  const counts = countBands(essays), rows = count(essays.given.length);
  const list = essays.bands.names.map((band, i) => `${band} ${counts[i]}`);
  return [
    whatTable({ file: name, rows, features: features.join(", ") }),
    whatBands({ list: list.join(", ") }),
  ];
}

const model: Text = { ja: "モデル", en: "model" };
const accuracyHead: Text = { ja: "正解率", en: "accuracy" };
const kappaHead: Text = { ja: "重み付きκ", en: "kappa" };
const correlationHead: Text = { ja: "相関 r", en: "r" };
const majorityLine: Text = { ja: "最頻バンドだけ", en: "majority line" };

/** The results beside each other, the majority line first. */
export function resultTable(
  evaluations: readonly Evaluation[],
  language: Language,
): ReportTable {
  const head = [model, accuracyHead, kappaHead, correlationHead];
  const majority = decimals(evaluations[0]!.majority);
  return {
    head: head.map((text) => text[language]),
    rows: [
      [majorityLine[language], majority, decimals(0), "–"],
      ...evaluations.map((evaluation) => {
        const { accuracy, kappa, correlation } = overRuns(evaluation);
        return [
          modelName(evaluation)[language],
          withDeviation(accuracy),
          withDeviation(kappa),
          withDeviation(correlation),
        ];
      }),
    ],
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
  ja: "±：種による標準偏差。",
  en: "±: standard deviation over the seeds.",
};

/** What the columns of the results mean. */
export function resultMeaning(evaluations: readonly Evaluation[]): Text {
  const sentences = evaluations[0]!.runs.length > 1
    ? [meaning, deviationMeaning]
    : [meaning];
  return joinTexts(sentences, { ja: "", en: " " });
}

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
export function tableText({ head, rows }: ReportTable): string {
  return align([head, ...rows]);
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
