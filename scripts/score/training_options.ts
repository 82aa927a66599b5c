/** How to train, as a command line says it. */
import type { Line } from "../cli/command.ts";
import { message, type Text } from "../cli/message.ts";
import {
  choice,
  dashed,
  flag,
  grouped,
  Misfit,
  number,
  valued,
} from "../cli/option.ts";
import { plainText } from "../cli/plain.ts";
import { UsageError } from "../cli/usage_error.ts";
import { defaults, type Settings } from "./model/fit.ts";

const units: Text = {
  ja: "16 や 16,8 のような数（0 なら隠れ層なし）",
  en: "numbers such as 16 or 16,8, or 0 for no hidden layer",
};

function readUnits(written: string): readonly number[] {
  const plain = plainText(written);
  if (plain.trim() === "0") return [];
  const found = plain.split(",").map((part) =>
    part.trim() === "" ? NaN : Number(part)
  );
  if (found.every((n) => Number.isInteger(n) && n > 0 && n <= 1000)) {
    return found;
  }
  throw new Misfit(units);
}

/** How to train. */
export const trainingOptions = grouped({ ja: "学習", en: "Training" }, {
  hidden: valued<readonly number[], readonly number[]>({
    takes: "UNITS",
    help: {
      ja: "隠れ層のユニット数（16 や 16,8）。0 ならソフトマックス回帰",
      en:
        "units of the hidden layers, such as 16 or 16,8; 0 for softmax regression",
    },
    preset: defaults.hidden,
    shown: defaults.hidden.join(),
  }, readUnits),
  ordinal: flag({
    ja: "順序回帰（一つの得点を、しきい値でバンドに分ける）にする",
    en: "ordinal regression instead: one score, cut into bands by thresholds",
  }),
  activation: choice(["tanh", "sigmoid", "relu"], {
    takes: "NAME",
    help: {
      ja: "活性化関数：tanh、sigmoid、relu",
      en: "tanh, sigmoid or relu",
    },
    preset: defaults.activation,
  }),
  optimizer: choice(["adam", "momentum", "gradientDescent"], {
    takes: "NAME",
    help: {
      ja: "最適化：adam、momentum、gradientDescent",
      en: "adam, momentum or gradientDescent",
    },
    preset: defaults.optimizer,
  }),
  learningRate: number({
    takes: "X",
    help: { ja: "学習率", en: "how far a step goes" },
    preset: defaults.learningRate,
    above: 0,
  }),
  weightDecay: number({
    takes: "X",
    help: { ja: "荷重減衰", en: "how fast weights shrink" },
    preset: defaults.weightDecay,
    from: 0,
  }),
  epochs: number({
    takes: "N",
    help: { ja: "エポック数", en: "how often all essays are gone through" },
    preset: defaults.epochs,
    integer: true,
    from: 1,
  }),
  batchSize: number({
    takes: "N",
    help: { ja: "ミニバッチの大きさ", en: "essays in a step" },
    preset: defaults.batchSize,
    integer: true,
    from: 1,
  }),
  validation: number({
    takes: "PART",
    help: {
      ja: "検証に回す割合（例 0.2）。最もよいエポックを選び、早期終了する",
      en:
        "part of the essays, such as 0.2, that is not learned from, chooses the best epoch and stops early",
    },
    preset: defaults.validation,
    from: 0,
    below: 1,
  }),
  patience: number({
    takes: "N",
    help: {
      ja: "検証の損失が下がらないまま待つエポック数",
      en: "epochs to wait for the validation loss to fall",
    },
    preset: defaults.patience,
    integer: true,
    from: 1,
  }),
});

const softmaxHasOptimum = message({
  ja:
    "ソフトマックス回帰には最適な重みが一つに決まるので、{list} は使いません。",
  en: "Softmax regression has an optimum, for which {list} is not used.",
});
const ordinalHasOptimum = message({
  ja: "順序回帰には最適な重みが一つに決まるので、{list} は使いません。",
  en: "Ordinal regression has an optimum, for which {list} is not used.",
});

/** What is said of options that a regression has no use for. */
export function unusedText(
  line: Line<typeof trainingOptions>,
): Text | undefined {
  const { ordinal, hidden } = line.values;
  if (!ordinal && hidden.length > 0) return undefined;
  const asksForIt = ordinal ? "ordinal" : "hidden";
  const keys = Object.keys(trainingOptions) as (keyof typeof trainingOptions)[];
  const unused = keys.filter((key) => key !== asksForIt && line.given(key));
  if (unused.length === 0) return undefined;
  const say = ordinal ? ordinalHasOptimum : softmaxHasOptimum;
  return say({ list: unused.map((key) => `--${dashed(key)}`).join(", ") });
}

const needsValidation: Text = {
  ja: "--patience は --validation と一緒に使います。",
  en: "--patience needs --validation.",
};

/** The settings that a command line asks for. */
export function settingsOf(line: Line<typeof trainingOptions>): Settings {
  const {
    ordinal,
    hidden,
    activation,
    optimizer,
    learningRate,
    weightDecay,
    epochs,
    batchSize,
    validation,
    patience,
  } = line.values;
  if (validation === 0 && line.given("patience")) {
    throw new UsageError(needsValidation);
  }
  return {
    ordinal,
    hidden: ordinal ? [] : hidden,
    activation,
    optimizer,
    learningRate,
    weightDecay,
    epochs,
    batchSize,
    validation,
    patience,
  };
}
