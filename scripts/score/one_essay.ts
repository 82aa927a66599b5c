/** One essay, given on the command line. */
import { matrix, type Model } from "kobai";
import { align } from "../cli/align.ts";
import type { Language } from "../cli/command_line.ts";
import type { Options } from "../cli/options.ts";
import { message } from "./messages.ts";
import { readText } from "./model_file.ts";
import { effectsOf, predict } from "./prediction.ts";
import { usage } from "./request.ts";
import { decimals, percent, warningLines } from "./show.ts";
import { countWords } from "./words.ts";

/** Columns that hold numbers of words, by their usual names. */
const WORDS =
  /^(words?|word[ _-]?counts?|num(ber)?[ _-]?of[ _-]?words|tokens|語数|単語数|総語数)$/i;

/** Further from the mean than so many standard deviations, a model has seen nothing. */
const FAR = 5;

/**
 * The features of an essay: given one by one, except the number of words where there is a `--text`
 * to count them in.
 *
 * @throws {UsageError} If one is missing or given twice.
 */
export async function essayFeatures(
  options: Options,
  features: readonly string[],
): Promise<number[]> {
  const text = options.value("text");
  const counted = text === undefined
    ? undefined
    : countedFeature(options, features);
  const missing = features.filter((name) =>
    name !== counted && options.value(name) === undefined
  );
  if (missing.length > 0) {
    const list = missing.map((name) => `--${name}`).join(", ");
    throw usage(options, "featuresMissing", { list });
  }
  const values = features.map((name) => options.number(name, "any", NaN));
  if (text !== undefined) {
    values[features.indexOf(counted!)] = await wordsIn(text, options);
  }
  return values;
}

/** Which feature is the number of words: the one that is called so, else the only one not given. */
function countedFeature(options: Options, features: readonly string[]): string {
  const named = features.filter((name) => WORDS.test(name));
  const open = features.filter((name) => options.value(name) === undefined);
  const [found] = named.length > 0 ? named : open;
  if (found === undefined || (named.length !== 1 && open.length !== 1)) {
    throw usage(options, "countOf", { list: features.join(", ") });
  }
  if (options.value(found) !== undefined) {
    throw usage(options, "countTwice", { name: found });
  }
  return found;
}

async function wordsIn(file: string, options: Options): Promise<number> {
  const name = options.value("text-language") ?? "en";
  const text = await readText(file);
  let count: number;
  try {
    count = countWords(text, name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw usage(options, "badTextLanguage", { value: name });
  }
  const { language } = options;
  const spoken = new Intl.DisplayNames(language, { type: "language" }).of(name);
  console.error(
    message(language, "counted", { file, count, language: spoken ?? name }),
  );
  return count;
}

/** What the model says about an essay, and what each feature has to do with it. */
export function essayText(
  model: Model,
  values: readonly number[],
  language: Language,
): string {
  const [prediction] = predict(model, matrix(values));
  const { band, probabilities } = prediction!;
  const name = model.bands[band]!.name;
  const others = model.bands.map(({ name }, i) => ({ name, i }))
    .filter(({ i }) => i !== band)
    .map(({ name, i }) => `${name} ${percent(probabilities[i]!)}`);
  const essay = model.features.map((feature, i) => `${feature} ${values[i]}`);
  const effects = effectsOf(model, values, band).map((effect) => {
    const points = 100 * (effect.probability - probabilities[band]!);
    const sign = points >= 0.05 ? "+" : "";
    return [
      `  ${effect.feature} ${effect.value} → ${decimals(effect.mean, 1)}`,
      percent(effect.probability),
      message(language, "points", { points: sign + decimals(points, 1) }),
    ];
  });
  return [
    message(language, "oneEssay", {
      essay: essay.join(language === "ja" ? "、" : ", "),
      ...{ band: name, probability: percent(probabilities[band]!) },
    }),
    message(language, "otherBands", { list: others.join(", ") }),
    "",
    message(language, "effects", { band: name }),
    align(effects),
    ...warningLines(farFeatures(model, values, language), language),
  ].join("\n");
}

/** An essay unlike all those that the model learned from. */
function farFeatures(
  { features, scaler: { mean, deviation } }: Model,
  values: readonly number[],
  language: Language,
): string[] {
  const far = features.filter((_, i) => {
    const distance = Math.abs(values[i]! - mean.at(0, i));
    return distance > FAR * deviation.at(0, i) && distance > 0;
  });
  if (far.length === 0) return [];
  return [message(language, "outside", { list: far.join(", ") })];
}
