/** Evaluating one way of training, with its progress on standard error. */
import type { Language } from "../cli/command_line.ts";
import { Progress } from "../cli/progress.ts";
import type { Essays } from "./essays.ts";
import { evaluate, type Evaluation, layersOf } from "./evaluation.ts";
import type { Settings } from "./fit.ts";
import { message } from "./messages.ts";
import { modelName } from "./show.ts";

/** How to evaluate. */
export interface Plan {
  readonly folds: number;
  readonly seeds: readonly string[];
  readonly language: Language;
  readonly signal?: AbortSignal;
}

/**
 * Evaluates, and tells how far it is.
 *
 * @returns What was found; nothing if the signal was aborted.
 */
export async function judge(
  { x, labels, bands }: Essays,
  settings: Settings,
  { folds, seeds, language, signal }: Plan,
): Promise<Evaluation | undefined> {
  using progress = new Progress();
  const classes = bands.names.length;
  const layers = layersOf(x.columns, settings, classes);
  const model = modelName({ settings, layers }, language);
  const total = folds * seeds.length;
  let done = 0;
  return await evaluate({ x, labels, classes }, settings, {
    ...{ folds, seeds },
    ...signal === undefined ? {} : { signal },
    onFold() {
      done++;
      const text = message(language, "foldProgress", { model, done, total });
      progress.show({ done, total, text });
      return progress.breathe();
    },
  });
}
