/** What a report says beyond the results: each part where it is known. */
import { counted, joinTexts, message, type Text } from "../../cli/message.ts";
import { type Agreement, needOrder } from "../evaluation/agreement.ts";
import type { Interval } from "../evaluation/bootstrap.ts";
import type { Calibration } from "../evaluation/calibration.ts";
import type { Evaluation } from "../evaluation/evaluation.ts";
import type { LearningCurve } from "../evaluation/learning_curve.ts";
import type { SecondRater } from "../evaluation/second_rater.ts";
import { FEW, FEWEST, type Subgroup } from "../evaluation/subgroups.ts";
import type { EssayPlaces } from "../essays/essay_places.ts";
import { modelName } from "../model/model_name.ts";
import { count, decimals, percent } from "./numbers.ts";
import { intervalText, withInterval } from "./result_tables.ts";

/** A part of a report, in both languages. */
export interface DetailSection {
  readonly heading: Text;
  readonly head: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
  /** The columns that hold texts besides the first, counted from 0. */
  readonly texts?: readonly number[];
  readonly text: readonly Text[];
  /** The name of its picture, if it has one. */
  readonly picture?: string;
}

/** What a report knows besides the evaluation of the best model. */
export interface Known {
  readonly bands: readonly string[];
  readonly hasGroups: boolean;
  readonly places?: EssayPlaces;
  readonly by?: string | undefined;
  readonly curve?: LearningCurve | undefined;
}

/** The parts that there are, of the model that is called best. */
export function detailSections(
  best: Evaluation,
  known: Known,
): DetailSection[] {
  const { secondRater, subgroups, calibration } = best;
  return [
    ...secondRater === undefined ? [] : [secondSection(best, secondRater)],
    ...subgroups === undefined ? [] : [groupSection(best, subgroups, known)],
    calibrationSection(best, calibration),
    ...known.curve === undefined ? [] : [curveSection(best, known.curve)],
    ...best.farthest.length === 0 ? [] : [farthestSection(best, known)],
  ];
}

const same = (text: string): Text => ({ ja: text, en: text });

const measures: Readonly<Record<keyof Agreement, Text>> = {
  accuracy: { ja: "正解率", en: "accuracy" },
  adjacent: { ja: "1 段以内", en: "within one band" },
  kappa: { ja: "重み付きκ", en: "kappa" },
  unweightedKappa: { ja: "重みなしのκ", en: "unweighted kappa" },
  correlation: { ja: "相関 r", en: "r" },
  standardisedMeanDifference: { ja: "平均の差", en: "mean difference" },
};

const twoPeople = message({
  ja: "人どうしの一致と機械（二人とも評価した {essays} 編）",
  en: "Two people and the machine ({essays} essays that both rated)",
});
const peopleMeaning: Text = {
  ja:
    "人どうし：二人目の評価と一人目の評価の一致。モデル：同じ作文での、モデルの評価と一人目の評価の一致。差：モデルから人どうしを引いた値（RSMTool の degradation）。",
  en:
    "two people: the second rater with the first. the model: its bands with the first rater's, on the same essays. difference: the model less people (degradation in RSMTool).",
};
const peopleBetter = message({
  ja: "人どうしのほうが、機械よりよく一致しています（κ の差 {difference}）。",
  en:
    "Two people agree better than the machine does (difference of kappa {difference}).",
});
const machineBetter = message({
  ja:
    "機械のほうが、二人目の評価者よりも一人目とよく一致しています（κ の差 {difference}）。",
  en:
    "The machine agrees better with the first rater than the second rater does (difference of kappa {difference}).",
});
const noDifference = message({
  ja:
    "機械と二人目の評価者のどちらが一人目とよく一致するかは、これらの作文では分かりません（κ の差 {difference}）。",
  en:
    "Whether the machine or the second rater agrees better with the first cannot be told from these essays (difference of kappa {difference}).",
});
const differenceUnknown: Text = {
  ja:
    "機械と二人目の評価者のどちらが一人目とよく一致するかは、分かりません（κ の差の区間を求められません）。",
  en:
    "Whether the machine or the second rater agrees better with the first is not known (the difference of kappa has no interval).",
};

function secondSection(best: Evaluation, second: SecondRater): DetailSection {
  const { people, machine, degradation } = second;
  const names = (Object.keys(measures) as (keyof Agreement)[])
    .filter((name) => best.ordered || !needOrder.has(name));
  const kappa = best.ordered ? "kappa" : "unweightedKappa";
  const [from, to] = degradation.intervals[kappa];
  const say = to < 0 ? peopleBetter : from > 0 ? machineBetter : noDifference;
  const difference = withInterval(degradation.value[kappa], [from, to]);
  const verdict = Number.isNaN(from) ? differenceUnknown : say({ difference });
  return {
    heading: twoPeople({ essays: count(second.essays) }),
    head: [
      same(""),
      { ja: "人どうし", en: "two people" },
      modelName(best),
      { ja: "差", en: "difference" },
    ],
    rows: names.map((name) => [
      measures[name],
      ...[people, machine, degradation].map(({ value, intervals }) =>
        same(withInterval(value[name], intervals[name]))
      ),
    ]),
    text: [joinTexts([peopleMeaning, verdict], between)],
  };
}

const times = (runs: number): Text =>
  counted(runs, "cross-validation", "cross-validations");
const between: Text = { ja: "", en: " " };

const byColumn = message({
  ja: "{column} 別（{model}）",
  en: "By {column} ({model})",
});
const differenceMeaning: Text = {
  ja:
    "標準化した差：作文全体の平均と標準偏差で標準化した機械の評価から、同じく標準化した人の評価を引いた平均（RSMTool の DSM）。正なら、機械はこのグループを人より高く評価しています。",
  en:
    "standardised difference: the mean of the machine's bands less people's, both standardised by the mean and deviation of all essays (DSM in RSMTool); above 0 where the machine favours a group more than people do.",
};
const wholeIntervals = message({
  ja:
    "標準化した差の区間が 0 を含まないのは {list} です（差がなくても、およそ 20 グループに 1 つはこうなります）。",
  en:
    "The interval of the standardised difference is without 0 for {list} (where there is no difference, about one group in 20 is like that).",
});
const noneApart: Text = {
  ja: "標準化した差の区間は、どのグループでも 0 を含むか、分かりません。",
  en:
    "For no group the interval of the standardised difference is known to be without 0.",
};
const smallGroups = message({
  ja:
    "{list} は小さく（{few} {unit}未満）、数は不確かです。{fewest} {unit}未満のグループは、何も言えないので – にしています。",
  en:
    "{list}: small (fewer than {few} {unit}), so the numbers are uncertain; with fewer than {fewest} nothing can be said (–).",
});

function groupSection(
  best: Evaluation,
  groups: readonly Subgroup[],
  { by, hasGroups }: Known,
): DetailSection {
  const { ordered } = best;
  const columns = ordered
    ? ["accuracy", "adjacent", "kappa"] as const
    : ["accuracy", "unweightedKappa"] as const;
  const kappa = ordered ? "kappa" : "unweightedKappa";
  const small = groups.filter(({ units }) => units < FEW);
  const apart = groups.filter(({ intervals }) => {
    const [from, to] = intervals.standardisedMeansDifference;
    return from > 0 || to < 0;
  });
  const listOf = (groups: readonly Subgroup[]) =>
    groups.map(({ name }) => name).join(", ");
  return {
    heading: byColumn({ column: by ?? "", model: modelName(best) }),
    head: [
      same(by ?? ""),
      { ja: "編数", en: "essays" },
      ...columns.map((name) => measures[name]),
      ...(ordered
        ? [{ ja: "標準化した差", en: "standardised difference" }]
        : []),
    ],
    rows: groups.map(({ name, essays, numbers, intervals }) => {
      const { standardisedMeansDifference: difference } = numbers;
      return [
        name,
        count(essays),
        ...columns.map((name) =>
          name === kappa && !Number.isNaN(numbers[name])
            ? withInterval(numbers[name], intervals[name])
            : decimals(numbers[name])
        ),
        ...(!ordered ? [] : [
          Number.isNaN(difference)
            ? "–"
            : withInterval(difference, intervals.standardisedMeansDifference),
        ]),
      ].map(same);
    }),
    text: [
      ...(ordered ? [differenceMeaning] : []),
      ...(!ordered ? [] : [
        apart.length === 0
          ? noneApart
          : wholeIntervals({ list: listOf(apart) }),
      ]),
      ...(small.length === 0 ? [] : [smallGroups({
        list: listOf(small),
        few: FEW,
        fewest: FEWEST,
        unit: hasGroups
          ? { ja: "組", en: "writers or other units kept together" }
          : { ja: "編", en: "essays" },
      })]),
    ],
  };
}

const howOftenRight = message({
  ja: "「80 %」と言ったとき、どれだけ当たるか（{model}）",
  en: "When it says 80 %, how often is it right? ({model})",
});
const calibrationMeaning = message({
  ja:
    "モデルが予測したバンドに与えた確率ごとに、当たった割合を示します（交差検証 {runs} 回）。全体では、平均 {said} と言って、{right} が当たりました。",
  en:
    "Predictions are put together by the probability that the model gave to what it predicted (in {runs}). On the whole it says {said} and is right in {right}.",
});
const tooSure = message({
  ja: "確率は平均して {from}〜{to} ポイント高すぎます（95 % の区間）。",
  en:
    "Its probabilities are too high, by {from} to {to} points on average (95 % interval).",
});
const tooModest = message({
  ja: "確率は平均して {from}〜{to} ポイント低すぎます（95 % の区間）。",
  en:
    "Its probabilities are too low, by {from} to {to} points on average (95 % interval).",
});
const noBias = message({
  ja:
    "確率が平均して高すぎるとも低すぎるとも言えません（差の 95 % の区間は {from}〜{to} ポイント）。",
  en:
    "Nothing shows that its probabilities are too high or too low on average (95 % interval of the difference {from} to {to} points).",
});
const biasUnknown: Text = {
  ja: "確率が平均して高すぎるか低すぎるかは、分かりません。",
  en: "Whether they are too high or too low on average is not known.",
};

/** Whether probabilities are too high or too low, in a sentence. */
export function biasText([from, to]: Interval): Text {
  if (Number.isNaN(from)) return biasUnknown;
  const points = (part: number) => decimals(100 * part, 1);
  if (from > 0) return tooSure({ from: points(from), to: points(to) });
  if (to < 0) return tooModest({ from: points(-to), to: points(-from) });
  return noBias({ from: points(from), to: points(to) });
}

function calibrationSection(
  best: Evaluation,
  { bins, said, right, excess }: Calibration,
): DetailSection {
  const runs = best.runs.length;
  return {
    heading: howOftenRight({ model: modelName(best) }),
    head: [
      { ja: "言った確率", en: "it says" },
      { ja: "予測の数", en: "predictions" },
      { ja: "確率の平均", en: "mean probability" },
      { ja: "当たった割合", en: "right" },
      { ja: "95 % の区間", en: "95 % interval" },
    ],
    rows: bins.map(({ from, to, predictions, said, right, interval }) => [
      same(`${Math.round(100 * from)}–${Math.round(100 * to)} %`),
      same(count(predictions)),
      same(decimals(said)),
      same(decimals(right)),
      same(intervalText(interval)),
    ]),
    text: [
      joinTexts([
        calibrationMeaning({
          runs: times(runs),
          said: percent(said),
          right: percent(right),
        }),
        biasText(excess),
      ], between),
    ],
    picture: "calibration",
  };
}

const moreEssays = message({
  ja: "作文を増やせばよくなるか（{model}）",
  en: "Would more essays help? ({model})",
});
const curveMeaning = message({
  ja:
    "同じ作文を、学習する作文を減らしたモデルにも予測させました（交差検証 {runs} 回。区間は、予測する作文を引き直したものです）。",
  en:
    "The same essays are predicted by models that learn from fewer (in {runs}; the intervals draw the essays anew that are predicted).",
});
const stillRising = message({
  ja:
    "{half} 編から {all} 編に増やすと、κ は {gain} 上がりました。同じような作文を増やせば、さらに上がる見込みがあります。",
  en:
    "From {half} to {all} essays, kappa rose by {gain}: more essays of this kind would probably help.",
});
const hardlyRising = message({
  ja:
    "{half} 編から {all} 編に増やしても、κ の変化は {gain} でした。このモデルと特徴量では、作文を増やしても得るものはわずかでしょう。",
  en:
    "From {half} to {all} essays, kappa changed by {gain}: with this model and these features, more essays would hardly help.",
});
const risingUnknown = message({
  ja:
    "{half} 編から {all} 編に増やしたとき、κ の変化は {gain} でした。作文を増やせばよくなるかは、これだけでは分かりません。",
  en:
    "From {half} to {all} essays, kappa changed by {gain}: whether more essays would help cannot be told.",
});

/** Less than this, twice as many essays bring little. */
const LITTLE = 0.02;

/** Whether more essays would help, in a sentence. */
export function gainText({ points, gain, interval }: LearningCurve): Text {
  const [from, to] = interval;
  const [half, all] = points.slice(-2).map(({ essays }) =>
    count(Math.round(essays))
  );
  const say = from > 0
    ? stillRising
    : to < LITTLE
    ? hardlyRising
    : risingUnknown;
  return say({
    half: half!,
    all: all!,
    gain: withInterval(gain, interval),
  });
}

function curveSection(best: Evaluation, curve: LearningCurve): DetailSection {
  const kappa = best.ordered ? "kappa" : "unweightedKappa";
  return {
    heading: moreEssays({ model: modelName(best) }),
    head: [
      { ja: "学習した作文", en: "essays learned from" },
      measures.accuracy,
      measures[kappa],
    ],
    rows: curve.points.map(({ essays, accuracy, kappa, intervals }) => [
      same(count(Math.round(essays))),
      same(withInterval(accuracy, intervals.accuracy)),
      same(withInterval(kappa, intervals.kappa)),
    ]),
    text: [
      joinTexts(
        [curveMeaning({ runs: times(best.runs.length) }), gainText(curve)],
        between,
      ),
    ],
    picture: "learning_curve",
  };
}

const differMost = message({
  ja: "人と最も食い違う作文（{model}）",
  en: "Essays about which it differs most from people ({model})",
});
const farMeaning: Text = {
  ja:
    "交差検証で、人と違うバンドになった作文のうち、最も離れたものです。行：ファイルの行番号。確率：予測したバンドと、人がつけたバンドに、モデルが与えた確率（交差検証の平均）。評価の付け間違いや写し間違いが見つかることもあります。",
  en:
    "Of the essays that got another band than people gave, those that are furthest off. line: where it stands in the file. probability: what the model gave to the band it predicted and to that of people (mean over the cross-validations). Some may turn out to be slips of a rater or of a copyist.",
};

function farthestSection(
  best: Evaluation,
  { bands, places }: Known,
): DetailSection {
  const { ids, beginningOf } = places ?? {};
  const others = ids === undefined ? 5 : 6;
  return {
    heading: differMost({ model: modelName(best) }),
    head: [
      { ja: "行", en: "line" },
      ...(ids === undefined ? [] : [same(ids.name)]),
      { ja: "人", en: "people" },
      { ja: "予測", en: "predicted" },
      { ja: "予測の確率", en: "its probability" },
      { ja: "人のバンドの確率", en: "that of people's" },
      ...(beginningOf === undefined
        ? []
        : [{ ja: "書き出し", en: "beginning" }]),
    ],
    rows: best.farthest.map(
      ({ row, given, predicted, probability, ofGiven }) => [
        same(String(places === undefined ? row + 1 : places.lineOf(row))),
        ...(ids === undefined ? [] : [same(ids.cells[row]!)]),
        same(bands[given]!),
        same(bands[predicted]!),
        same(percent(probability)),
        same(percent(ofGiven)),
        ...(beginningOf === undefined ? [] : [same(beginningOf(row))]),
      ],
    ),
    texts: [
      ...(ids === undefined ? [] : [1]),
      ...(beginningOf === undefined ? [] : [others]),
    ],
    text: [farMeaning],
  };
}
