/** What the scorer says on screen, in both languages. */
import { fill, type Language, type Text } from "../cli/command_line.ts";

const texts = {
  // what a table holds
  table: {
    ja: "{file}：{rows} 編、特徴量は {features}",
    en: "{file}: {rows} essays, features {features}",
  },
  bands: { ja: "バンド：{list}", en: "bands: {list}" },
  shippedTable: {
    ja:
      "表の指定がないので、付属の {file}（MERLIN コーパスのドイツ語作文、CC BY-SA 4.0）を使います。",
    en:
      "No table was given: the {file} that comes with the kit is used (German essays of the MERLIN corpus, CC BY-SA 4.0).",
  },
  shippedModel: {
    ja:
      "--model がないので、付属の MERLIN の作文で学習したモデルを使います。自分の作文に合うとは限りません。",
    en:
      "No --model was given: a model of the MERLIN essays that come with the kit is used. It need not fit your essays.",
  },
  rowsRead: {
    ja: "{rows} 行を読みました（毎秒 {rate} 行）",
    en: "{rows} rows read ({rate} rows a second)",
  },
  badRowsWritten: {
    ja: "使えない行を {file} に書きました。",
    en: "The rows that cannot be used were written to {file}.",
  },

  // evaluation
  plan: {
    ja:
      "{folds} 分割の層化交差検証を {seeds} 回（種 1〜{seeds}）。どの作文も、それを見ていないモデルが予測しています。",
    en:
      "Stratified {folds}-fold cross-validation, {seeds} times (seeds 1 to {seeds}). Every essay is predicted by models that have not seen it.",
  },
  planOnce: {
    ja:
      "{folds} 分割の層化交差検証（種 1）。どの作文も、それを見ていないモデルが予測しています。",
    en:
      "Stratified {folds}-fold cross-validation (seed 1). Every essay is predicted by a model that has not seen it.",
  },
  model: { ja: "モデル", en: "model" },
  accuracy: { ja: "正解率", en: "accuracy" },
  kappa: { ja: "重み付きκ", en: "kappa" },
  correlation: { ja: "相関 r", en: "r" },
  majorityLine: { ja: "最頻バンドだけ", en: "majority line" },
  softmaxRegression: {
    ja: "ソフトマックス回帰 {layers}",
    en: "softmax regression {layers}",
  },
  network: { ja: "ネットワーク {layers}", en: "network {layers}" },
  meaning: {
    ja:
      "最頻バンドだけ：何も見ずに、いつも最も多いバンドと答える場合。重み付きκ（2 次）：偶然なら 0、完全に一致すれば 1。{spread}",
    en:
      "majority line: looks at nothing, always says the most frequent band. kappa (quadratic weights): 0 for chance, 1 for full agreement. {spread}",
  },
  spread: {
    ja: "±：種による標準偏差。",
    en: "±: standard deviation over the seeds.",
  },
  eachBand: { ja: "バンドごと（{model}）", en: "Each band ({model})" },
  band: { ja: "バンド", en: "band" },
  essays: { ja: "編数", en: "essays" },
  precision: { ja: "適合率", en: "precision" },
  recall: { ja: "再現率", en: "recall" },
  f1: { ja: "F1", en: "F1" },
  confusion: {
    ja: "混同行列（行：人がつけたバンド、列：予測したバンド。{runs} 回の合計）",
    en:
      "Confusion matrix (rows: bands given by people, columns: predicted; {runs} runs together)",
  },
  confusionOnce: {
    ja: "混同行列（行：人がつけたバンド、列：予測したバンド）",
    en: "Confusion matrix (rows: bands given by people, columns: predicted)",
  },
  foldProgress: {
    ja: "{model}：{done} / {total} 分割",
    en: "{model}: {done} of {total} folds",
  },

  // warnings
  warning: { ja: "注意：{text}", en: "Beware: {text}" },
  fewRows: {
    ja:
      "{list} は {folds} 編より少なく、評価のどの分割にも 1 編ずつは入りません。作文を増やすか、--folds を小さくしてください。",
    en:
      "{list}: fewer than {folds} essays, so not every fold has one to judge. Add essays, or lower --folds.",
  },
  learnedNothing: {
    ja:
      "{model} の正解率は最頻バンドだけの場合（{majority}）を超えていますが、重み付きκが 0 に近く（{kappa}）、何も学んでいません。",
    en:
      "{model} beats the majority line ({majority}), but its kappa is near 0 ({kappa}): it has learned nothing.",
  },
  belowMajority: {
    ja:
      "{model} の正解率（{accuracy}）は、最頻バンドだけの場合（{majority}）を超えていません。",
    en: "{model} ({accuracy}) does not beat the majority line ({majority}).",
  },
  constantFeature: {
    ja: "{list} はどの作文でも同じ値なので、役に立ちません。",
    en: "{list}: the same in every essay, so nothing can be learned from it.",
  },
  outside: {
    ja: "{list} は、学習した作文の範囲から大きく外れています。",
    en: "{list}: far from the essays that the model learned from.",
  },

  // training
  epochProgress: {
    ja: "エポック {epoch} / {epochs}  損失 {loss}{validation}  毎秒 {rate} 歩",
    en:
      "epoch {epoch} of {epochs}  loss {loss}{validation}  {rate} steps a second",
  },
  epochLine: {
    ja: "エポック {epoch} / {epochs}  損失 {loss}{validation}",
    en: "epoch {epoch} of {epochs}  loss {loss}{validation}",
  },
  validationLoss: { ja: "  検証 {loss}", en: "  validation {loss}" },
  trained: {
    ja:
      "{model}（{optimizer}、学習率 {rate}）：エポック {epoch} の重みを使います。損失 {loss}{validation}",
    en:
      "{model} ({optimizer}, learning rate {rate}): the weights of epoch {epoch} are used, loss {loss}{validation}",
  },
  quality: {
    ja:
      "同じやり方を {folds} 分割の交差検証にかけると：正解率 {accuracy}、重み付きκ {kappa}（最頻バンドだけなら {majority}）。",
    en:
      "The same way of training, cross-validated with {folds} folds: accuracy {accuracy}, kappa {kappa} (majority line {majority}).",
  },
  stoppedEarly: {
    ja:
      "検証の損失が {patience} エポック下がらなかったので、そこで止めました。",
    en: "Stopped: the validation loss had not fallen for {patience} epochs.",
  },
  interrupted: {
    ja:
      "エポック {epoch} で中断しました。そこまでで最もよいモデル（エポック {kept}）を保存します。",
    en:
      "Interrupted in epoch {epoch}. The best model so far (epoch {kept}) is saved.",
  },
  interruptedJudging: {
    ja: "交差検証を中断しました。学習したモデルは保存します。",
    en: "The cross-validation was interrupted. The trained model is saved.",
  },
  interruptedFirst: {
    ja: "最初のエポックが終わる前に中断したので、何も保存していません。",
    en: "Interrupted before the first epoch ended: nothing is saved.",
  },
  saved: { ja: "{file} に保存しました。", en: "Saved to {file}." },
  diverged: {
    ja:
      "学習が発散しました（エポック {epoch}）。--learning-rate を小さくしてみてください。",
    en: "Training diverged in epoch {epoch}. Try a lower --learning-rate.",
  },

  // prediction
  oneEssay: {
    ja: "{essay} の作文は {band}（確率 {probability}）と予測されます。",
    en:
      "An essay with {essay} is predicted to be {band} (probability {probability}).",
  },
  otherBands: { ja: "ほかのバンド：{list}。", en: "Other bands: {list}." },
  effects: {
    ja: "それぞれを、学習した作文の平均に置き換えると、{band} の確率は：",
    en:
      "With each of them replaced by its mean among the essays learned from, the probability of {band} is:",
  },
  points: { ja: "{points} ポイント", en: "{points} points" },
  counted: {
    ja: "{file} の語数は {count} です（{language} として数えました）。",
    en: "{file} has {count} words (counted as {language}).",
  },

  // reports
  reportEvaluation: {
    ja: "作文の自動採点：評価",
    en: "Scoring essays: an evaluation",
  },
  reportTraining: {
    ja: "作文の自動採点：学習したモデル",
    en: "Scoring essays: a trained model",
  },
  results: { ja: "結果", en: "Results" },
  confusionCaption: {
    ja: "{model}、{runs} 回の交差検証の合計。",
    en: "{model}, {runs} cross-validations together.",
  },
  confusionCaptionOnce: {
    ja: "{model}、交差検証による。",
    en: "{model}, by cross-validation.",
  },
  heldStill: {
    ja: "ほかの特徴量は平均に固定：{list}。",
    en: "The other features are held at their means: {list}.",
  },
  footer: {
    ja: "Kobai {version}。{command}",
    en: "Kobai {version}. {command}",
  },
  reportSaved: { ja: "レポート：{file}", en: "Report: {file}" },
  figuresSaved: { ja: "図：{files}", en: "Figures: {files}" },

  // command line
  badModel: {
    ja: "{file} をモデルとして使えません：{reason}",
    en: "Cannot use {file} as a model: {reason}",
  },
  badModelFormat: {
    ja: "このキットのモデルではないか、途中で切れています",
    en: "it is no model of this kit, or was cut off",
  },
  badModelVersion: {
    ja: "別の版の形式です。train で作り直してください",
    en: "it is of another version, make it again with train",
  },
  badModelDamaged: {
    ja: "壊れています（{detail}）",
    en: "it is damaged ({detail})",
  },
  noFile: { ja: "{file} がありません。", en: "There is no file {file}." },
  folder: {
    ja: "{file} はフォルダです。ファイルを指定してください。",
    en: "{file} is a folder, a file is needed.",
  },
  badText: {
    ja: "{file} は UTF-8 のテキストではありません。",
    en: "{file} is no text in UTF-8.",
  },
  noCommand: {
    ja:
      "「{name}」というコマンドはありません。evaluate、train、predict のどれかです。",
    en: 'There is no command "{name}"; there are evaluate, train and predict.',
  },
  oneTable: {
    ja: "表は一つだけ指定してください（{names}）。",
    en: "Give one table only, found {names}.",
  },
  badFeatures: {
    ja:
      "--features には、違う列の名前をコンマで区切って書いてください（「{value}」は使えません）。",
    en:
      '--features needs different column names with commas between, found "{value}".',
  },
  labelIsFeature: {
    ja: "列 {name} が --features と --label の両方にあります。",
    en: "The column {name} is in --features and is the --label too.",
  },
  badHidden: {
    ja:
      "--hidden には 16 や 16,8 のような数を書いてください。0 なら隠れ層なし（「{value}」は使えません）。",
    en:
      '--hidden needs numbers such as 16 or 16,8, or 0 for no hidden layer, found "{value}".',
  },
  needsValidation: {
    ja: "--patience は --validation と一緒に使います。",
    en: "--patience needs --validation.",
  },
  tooManyFolds: {
    ja:
      "{folds} 分割には {folds} 編以上の作文が必要です（{rows} 編しかありません）。",
    en: "{folds} folds need {folds} essays or more, found {rows}.",
  },
  emptyBand: {
    ja: "バンド {list} には作文がありません。",
    en: "No essay is in the band {list}.",
  },
  featuresMissing: {
    ja: "作文 1 編の予測には {list} も必要です。",
    en: "To predict one essay, {list} is needed too.",
  },
  tableOrEssay: {
    ja: "表（{table}）と作文 1 編の値は一緒に使えません。",
    en: "Give a table ({table}) or the values of one essay, not both.",
  },
  countOf: {
    ja:
      "--text の語数をどの特徴量に入れるか分かりません。ほかの特徴量を、一つを除いてすべて指定してください（{list}）。",
    en:
      "It is not clear which feature the words of --text are: give all others but one ({list}).",
  },
  countTwice: {
    ja: "--text で語数を数えるときは --{name} を指定できません。",
    en: "--text counts the words, so --{name} cannot be given.",
  },
  badTextLanguage: {
    ja:
      "--text-language には de、en、ja などの言語を書いてください（「{value}」は使えません）。",
    en:
      '--text-language needs a language such as de, en or ja, found "{value}".',
  },
  samePath: {
    ja: "{file} を読むと同時に書くことはできません。",
    en: "{file} cannot be read and written at once.",
  },
  twoOutputs: {
    ja:
      "{file} に二つのものを書くことはできません。別のファイルにしてください。",
    en: "{file} is to be written twice, each output needs a file of its own.",
  },
  notFolder: {
    ja: "{file} はファイルです。フォルダを指定してください。",
    en: "{file} is a file, a folder is needed.",
  },
  notWithEssay: {
    ja: "--{option} は作文 1 編の予測では使えません。",
    en: "--{option} cannot be used with a single essay.",
  },
  needsTable: {
    ja: "--{option} は、表を指定したときに使えます。",
    en: "--{option} needs a table of your own.",
  },
  needsText: {
    ja: "--{option} は --text と一緒に使います。",
    en: "--{option} needs --text.",
  },
} as const satisfies Record<string, Text>;

/** The name of a message. */
export type MessageName = keyof typeof texts;

/** A message in one language, with its `{blanks}` filled in. */
export function message(
  language: Language,
  name: MessageName,
  blanks: Readonly<Record<string, string | number>> = {},
): string {
  return fill(texts[name], language, blanks);
}

/** All messages, for the test that none is missing. */
export const scoreMessages: Record<string, Text> = texts;
