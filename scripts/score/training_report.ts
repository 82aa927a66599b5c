/** A trained model in sentences and pictures. */
import type { Model } from "kobai";
import type { Language } from "../cli/command_line.ts";
import { writeWhole } from "../cli/write_whole.ts";
import type { Essays } from "./essays.ts";
import type { Evaluation } from "./evaluation.ts";
import { footerText } from "./evaluation_report.ts";
import { reportHtml } from "./report.ts";
import type { Fitted, Settings } from "./fit.ts";
import { message } from "./messages.ts";
import {
  confusionPicture,
  lossPicture,
  mapPicture,
  networkPicture,
  writePictures,
} from "./pictures.ts";
import { confusionCaption, decimals, meansOf, modelName } from "./show.ts";

/** How training went. */
export function trainingSentence(
  { network, training: { epoch, history } }: Fitted,
  settings: Settings,
  language: Language,
): string {
  const { loss, validationLoss } = history[epoch - 1]!;
  const layers = network.sizes.join("-");
  return message(language, "trained", {
    model: modelName({ settings, layers }, language),
    ...{ optimizer: settings.optimizer, rate: settings.learningRate, epoch },
    loss: decimals(loss, 4),
    validation: validationText(validationLoss, language),
  });
}

/** The loss on the validation part, where there is one. */
export function validationText(
  loss: number | undefined,
  language: Language,
): string {
  if (loss === undefined) return "";
  return message(language, "validationLoss", { loss: decimals(loss, 4) });
}

/** How well the model's way of training does. */
export function qualitySentence(
  evaluation: Evaluation,
  folds: number,
  language: Language,
): string {
  const { accuracy, kappa } = meansOf(evaluation);
  return message(language, "quality", {
    folds,
    accuracy: decimals(accuracy.mean),
    kappa: decimals(kappa.mean),
    majority: decimals(evaluation.majority),
  });
}

/** What there is to picture. */
export interface Trained {
  readonly model: Model;
  readonly essays: Essays;
  readonly fitted: Fitted;
  /** None if the model was not judged. */
  readonly evaluation: Evaluation | undefined;
  readonly language: Language;
  readonly warnings: readonly string[];
}

/** Where it goes, and what stands above it. */
export interface Destination {
  readonly html: string | undefined;
  readonly figures: string | undefined;
  readonly summary: readonly string[];
  /** The command line. */
  readonly args: readonly string[];
}

/** Draws and saves the loss curves, the map, the confusion matrix and the network, if asked to. */
export async function saveTrainingPictures(
  { model, essays, fitted, evaluation, language, warnings }: Trained,
  { html, figures, summary, args }: Destination,
): Promise<void> {
  if (html === undefined && figures === undefined) return;
  const bands = essays.bands.names;
  const map = await mapPicture(essays, model, language);
  const pictures = {
    loss_curves: await lossPicture(fitted.training, language),
    ...map === undefined ? {} : { essay_map: map },
    ...evaluation === undefined ? {} : {
      confusion: await confusionPicture(evaluation.confusion, bands, language),
    },
    network: await networkPicture(model, bands, language),
  };
  if (figures !== undefined) {
    const files = (await writePictures(figures, pictures)).join(", ");
    console.log(message(language, "figuresSaved", { files }));
  }
  if (html === undefined) return;
  const caption = evaluation && confusionCaption(evaluation, language);
  const page = reportHtml({
    ...{ language, summary, warnings },
    title: message(language, "reportTraining"),
    sections: Object.entries(pictures).map(([name, figure]) => ({
      figure,
      ...name === "confusion" && caption !== undefined ? { caption } : {},
    })),
    footer: footerText("train", args, language),
  });
  await writeWhole(html, page);
  console.log(message(language, "reportSaved", { file: html }));
}
