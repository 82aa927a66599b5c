/** A trained model in sentences and pictures. */
import type { Model } from "kobai";
import { type Language, message, type Text } from "../../cli/message.ts";
import { writeWhole } from "../../cli/write_whole.ts";
import type { Essays } from "../essays/essays.ts";
import {
  chosenKappa,
  type Evaluation,
  overRuns,
} from "../evaluation/evaluation.ts";
import { footerText } from "./evaluation_report.ts";
import { type Fitted, isRegression } from "../model/fit.ts";
import { modelName } from "../model/model_name.ts";
import { decimals } from "./numbers.ts";
import { figuresSaved, reportSaved } from "../outputs.ts";
import {
  confusionPicture,
  lossPicture,
  mapPicture,
  networkPicture,
  writePictures,
} from "./pictures.ts";
import { reportHtml } from "./report.ts";
import { PENALTY_C } from "../model/newton.ts";
import { confusionCaption, intervalText } from "./result_tables.ts";

const wasTrained = message({
  ja:
    "{model}（{optimizer}、学習率 {rate}）：エポック {epoch} の重みを使います。損失 {loss}{validation}",
  en:
    "{model} ({optimizer}, learning rate {rate}): the weights of epoch {epoch} are used, loss {loss}{validation}",
});

const wasFitted = message({
  ja:
    "{model}：最適な重みをニュートン法の {steps} 歩で求めました（C = {C}）。損失 {loss}{thresholds}",
  en:
    "{model}: at its optimum after {steps} steps of Newton's method (C = {C}), loss {loss}{thresholds}",
});
const betweenBands = message({
  ja: "、しきい値 {list}",
  en: ", thresholds {list}",
});

/** How training went. */
export function trainingSentence(
  { training: { epoch, history }, thresholds }: Fitted,
  named: Pick<Evaluation, "settings" | "layers" | "decision">,
): Text {
  const { loss, validationLoss } = history[epoch - 1]!;
  const { settings } = named, model = modelName(named);
  if (isRegression(settings)) {
    const steps = history.length - 1;
    const cuts = Array.from(
      thresholds?.toFloat64Array() ?? [],
      (one) => decimals(one, 2),
    );
    return wasFitted({
      ...{ model, steps, C: PENALTY_C, loss: decimals(loss, 4) },
      thresholds: cuts.length === 0
        ? { ja: "", en: "" }
        : betweenBands({ list: cuts.join(", ") }),
    });
  }
  return wasTrained({
    model,
    optimizer: settings.optimizer,
    rate: settings.learningRate,
    epoch,
    loss: decimals(loss, 4),
    validation: validationText(validationLoss),
  });
}

const onValidation = message({
  ja: "  検証 {loss}",
  en: "  validation {loss}",
});

/** The loss on the validation part, where there is one. */
export function validationText(loss: number | undefined): Text {
  if (loss === undefined) return { ja: "", en: "" };
  return onValidation({ loss: decimals(loss, 4) });
}

const didSoWell = message({
  ja:
    "同じやり方を {folds} 分割の交差検証にかけると：正解率 {accuracy}、重み付きκ {kappa}（最頻バンドだけなら {majority}）。",
  en:
    "The same way of training, cross-validated with {folds} folds: accuracy {accuracy}, kappa {kappa} (majority line {majority}).",
});

const didSoWellUnordered = message({
  ja:
    "同じやり方を {folds} 分割の交差検証にかけると：正解率 {accuracy}、重みなしのκ {kappa}（最頻バンドだけなら {majority}）。",
  en:
    "The same way of training, cross-validated with {folds} folds: accuracy {accuracy}, unweighted kappa {kappa} (majority line {majority}).",
});

/** How well the model's way of training does. */
export function qualitySentence(evaluation: Evaluation, folds: number): Text {
  const { accuracy } = overRuns(evaluation);
  const kappa = chosenKappa(evaluation);
  const say = evaluation.ordered ? didSoWell : didSoWellUnordered;
  return say({
    folds,
    accuracy: decimals(accuracy.mean),
    kappa: decimals(kappa.mean),
    majority: decimals(evaluation.majority),
  });
}

const soSure = message({
  ja: "95 % の区間：正解率 {accuracy}、κ {kappa}（{drawn}を引き直した範囲）。",
  en:
    "95 % intervals ({drawn} drawn anew): accuracy {accuracy}, kappa {kappa}.",
});

const oneByOne: Text = { ja: "作文", en: "essays" };
const together: Text = { ja: "組", en: "groups" };

/** How sure that is. */
export function certaintySentence(
  { intervals, ordered }: Pick<Evaluation, "intervals" | "ordered">,
  hasGroups: boolean,
): Text {
  const { accuracy, kappa, unweightedKappa } = intervals;
  return soSure({
    drawn: hasGroups ? together : oneByOne,
    accuracy: intervalText(accuracy),
    kappa: intervalText(ordered ? kappa : unweightedKappa),
  });
}

/** What there is to picture. */
export interface Trained {
  readonly model: Model;
  readonly essays: Essays;
  readonly fitted: Fitted;
  /** None if the way of training was not evaluated. */
  readonly evaluation: Evaluation | undefined;
}

/** Where it goes, and what is told beside it. */
export interface Destination {
  readonly html: string | undefined;
  readonly figures: string | undefined;
  readonly summary: readonly Text[];
  readonly warnings: readonly Text[];
  /** The command line. */
  readonly args: readonly string[];
}

const title: Text = {
  ja: "作文の自動採点：学習したモデル",
  en: "Scoring essays: a trained model",
};

/**
 * Draws and saves the loss curves, the map, the confusion matrix and the
 * network, if asked to.
 */
export async function saveTrainingPictures(
  { model, essays, fitted, evaluation }: Trained,
  { html, figures, summary, warnings, args }: Destination,
  language: Language,
): Promise<void> {
  if (html === undefined && figures === undefined) return;
  const bands = essays.bands.names;
  const map = mapPicture(essays, model, language);
  const pictures = {
    loss_curves: lossPicture(fitted.training, language),
    ...(map === undefined ? {} : { essay_map: map }),
    ...(evaluation === undefined ? {} : {
      confusion: confusionPicture(evaluation.confusion, bands, language),
    }),
    network: networkPicture(model, bands, language),
  };
  if (figures !== undefined) {
    const files = (await writePictures(figures, pictures)).join(", ");
    console.log(figuresSaved({ files })[language]);
  }
  if (html === undefined) return;
  const caption = evaluation && confusionCaption(evaluation)[language];
  const page = reportHtml({
    language,
    title: title[language],
    summary: summary.map((text) => text[language]),
    warnings: warnings.map((text) => text[language]),
    sections: Object.entries(pictures).map(([name, figure]) => ({
      figure,
      ...(name === "confusion" && caption !== undefined ? { caption } : {}),
    })),
    footer: footerText("train", args)[language],
  });
  await writeWhole(html, page);
  console.log(reportSaved({ file: html })[language]);
}
