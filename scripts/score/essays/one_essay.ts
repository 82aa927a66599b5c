/** One essay, given on the command line. */
import { matrix, type Model } from "kobai";
import { align } from "../../cli/align.ts";
import { type Language, message, type Text } from "../../cli/message.ts";
import { grouped, type Option, text } from "../../cli/option.ts";
import { UsageError } from "../../cli/usage_error.ts";
import { readText } from "../model/model_file.ts";
import { decimals, percent, threeDigits } from "../report/numbers.ts";
import { effectsOf, predictions } from "../model/prediction.ts";
import { bewareOf, essayWarnings } from "../evaluation/warnings.ts";
import { countWords } from "./words.ts";

/** Above which heading the options of one essay stand. */
export const oneEssay = { ja: "作文 1 編", en: "One essay" };

/** What may be said of one essay besides its features. */
export const textOptions = grouped(oneEssay, {
  text: text({
    takes: "FILE",
    help: {
      ja: "作文のファイル（UTF-8）。語数を数えて使う",
      en: "a file with the essay (UTF-8), whose words are counted",
    },
  }),
  textLanguage: text({
    takes: "NAME",
    help: {
      ja: "その言語（de、ja など）",
      en: "its language, such as de or ja",
    },
    shown: "en",
  }),
}) satisfies Record<string, Option<unknown>>;

/** What a command line says of one essay. */
export interface EssayRequest {
  /** Features, by their names. */
  readonly given: ReadonlyMap<string, number>;
  /** A file whose words are to be counted. */
  readonly text: string | undefined;
  /** The language of that file. */
  readonly textLanguage: string | undefined;
}

/** Columns that hold numbers of words, by their usual names. */
const WORDS =
  /^(words?|word[ _-]?counts?|num(ber)?[ _-]?of[ _-]?words|tokens|語数|単語数|総語数)$/i;

const featuresMissing = message({
  ja: "作文 1 編の予測には {list} も必要です。",
  en: "To predict one essay, {list} is needed too.",
});

/**
 * The features of an essay: given one by one, except the number of words where
 * there is a text to count them in.
 *
 * @throws {UsageError} If one is missing or given twice.
 */
export async function essayFeatures(
  request: EssayRequest,
  features: readonly string[],
  language: Language,
): Promise<number[]> {
  const given = new Map(request.given);
  const { text, textLanguage = "en" } = request;
  const counted = text === undefined
    ? undefined
    : countedFeature(request, features);
  const missing = features.filter((name) =>
    name !== counted && !given.has(name)
  );
  if (missing.length > 0) {
    const list = missing.map((name) => `--${name}`).join(", ");
    throw new UsageError(featuresMissing({ list }));
  }
  if (text !== undefined) {
    given.set(counted!, await wordsIn(text, textLanguage, language));
  }
  return features.map((name) => given.get(name)!);
}

const whichFeature = message({
  ja:
    "--text の語数をどの特徴量に入れるか分かりません。ほかの特徴量を、一つを除いてすべて指定してください（{list}）。",
  en:
    "It is not clear which feature the words of --text are: give all others but one ({list}).",
});
const countedTwice = message({
  ja: "--text で語数を数えるときは --{name} を指定できません。",
  en: "--text counts the words, so --{name} cannot be given.",
});

/**
 * Which feature is the number of words: the one that is called so, else the
 * only one not given.
 */
function countedFeature(
  request: EssayRequest,
  features: readonly string[],
): string {
  const named = features.filter((name) => WORDS.test(name));
  const open = features.filter((name) => !request.given.has(name));
  const [found] = named.length > 0 ? named : open;
  if (found === undefined || (named.length !== 1 && open.length !== 1)) {
    throw new UsageError(whichFeature({ list: features.join(", ") }));
  }
  if (request.given.has(found)) {
    throw new UsageError(countedTwice({ name: found }));
  }
  return found;
}

const noLanguage = message({
  ja:
    "--text-language には de、en、ja などの言語を書いてください（「{value}」は使えません）。",
  en: '--text-language needs a language such as de, en or ja, found "{value}".',
});
const wordsCounted = message({
  ja: "{file} の語数は {count} です（{spoken} として数えました）。",
  en: "Words in {file}: {count} (counted as {spoken}).",
});

async function wordsIn(
  file: string,
  name: string,
  language: Language,
): Promise<number> {
  const text = await readText(file);
  let count: number;
  try {
    count = countWords(text, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(noLanguage({ value: name }));
  }
  const spoken = new Intl.DisplayNames(language, { type: "language" }).of(name);
  console.error(
    wordsCounted({ file, count, spoken: spoken ?? name })[language],
  );
  return count;
}

const isPredicted = message({
  ja: "{essay} の作文は {band}（確率 {probability}）と予測されます。",
  en:
    "An essay with {essay} is predicted to be {band} (probability {probability}).",
});
const isMedian: Text = {
  ja: "このモデルは、最も確率の高いバンドではなく中央のバンドを選びます。",
  en: "This model chooses the band in the middle, not the most probable one.",
};
const otherBands = message({
  ja: "ほかのバンド：{list}。",
  en: "Other bands: {list}.",
});
const withMeans = message({
  ja: "それぞれを、学習した作文の平均に置き換えると、{band} の確率は：",
  en:
    "With each of them replaced by its mean among the essays learned from, the probability of {band} is:",
});
const inPoints = message({ ja: "{points} ポイント", en: "{points} points" });

/**
 * What the model says about an essay, and what each feature has to do with it.
 */
export function essayText(
  model: Model,
  values: readonly number[],
  language: Language,
): string {
  const [prediction] = predictions(model, matrix(values));
  const { band: best, probabilities } = prediction!;
  const band = model.bands[best]!.name;
  const probability = percent(probabilities[best]!);
  const others = model.bands
    .map(({ name }, i) => `${name} ${percent(probabilities[i]!)}`)
    .filter((_, i) => i !== best);
  // What was given is shown as it is, what was counted is rounded.
  const shown = (value: number): number =>
    model.texts === undefined ? value : Number(value.toPrecision(4));
  const essay = model.features
    .map((feature, i) => `${feature} ${shown(values[i]!)}`)
    .join(language === "ja" ? "、" : ", ");
  const effects = effectsOf(model, values, best).map((effect) => {
    const points = 100 * (effect.probability - probabilities[best]!);
    const sign = points >= 0.05 ? "+" : "";
    return [
      `  ${effect.feature} ${shown(effect.value)} → ${
        threeDigits(effect.mean)
      }`,
      percent(effect.probability),
      inPoints({ points: sign + decimals(points, 1) })[language],
    ];
  });
  return [
    isPredicted({ essay, band, probability })[language],
    otherBands({ list: others.join(", ") })[language],
    ...(probabilities[best]! < Math.max(...probabilities)
      ? [isMedian[language]]
      : []),
    "",
    withMeans({ band })[language],
    align(effects),
    ...bewareOf(essayWarnings(model, values)).map((text) => text[language]),
  ].join("\n");
}
