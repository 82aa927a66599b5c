/** Evaluating one way of training, with its progress on standard error. */
import { type Language, message } from "../../cli/message.ts";
import { Progress } from "../../cli/progress.ts";
import type { Essays } from "../essays/essays.ts";
import {
  evaluate,
  type Evaluation,
  type EvaluationPlan,
  layersOf,
} from "./evaluation.ts";
import {
  type CurvePlan,
  LEARNED_ANEW,
  type LearningCurve,
  learningCurve,
} from "./learning_curve.ts";
import type { Settings } from "../model/fit.ts";
import { modelName } from "../model/model_name.ts";

const foldsDone = message({
  ja: "{model}：{done} / {total} 分割",
  en: "{model}: {done} of {total} folds",
});

const curveDone = message({
  ja: "学習曲線（{model}）：{done} / {total}",
  en: "learning curve ({model}): {done} of {total}",
});

/**
 * Evaluates, and tells how far it is.
 *
 * @returns What was found; nothing if the signal was aborted.
 */
export async function evaluateWithProgress(
  essays: Essays,
  settings: Settings,
  plan: Omit<EvaluationPlan, "onFold">,
  language: Language,
): Promise<Evaluation | undefined> {
  using progress = new Progress();
  const classes = essays.bands.names.length;
  const layers = layersOf(essays.x.columns, settings, classes);
  const model = modelName({ settings, layers });
  const total = plan.folds * plan.seeds.length;
  let done = 0;
  return await evaluate(essays, settings, {
    ...plan,
    onFold() {
      done++;
      const text = foldsDone({ model, done, total })[language];
      progress.show({ done, total, text });
      return progress.breathe();
    },
  });
}

/** Follows the learning curve of a model, and tells how far it is. */
export async function curveWithProgress(
  essays: Essays,
  evaluation: Evaluation,
  plan: Omit<CurvePlan, "onFold">,
  language: Language,
): Promise<LearningCurve | undefined> {
  using progress = new Progress();
  const model = modelName(evaluation);
  const total = LEARNED_ANEW * plan.folds * plan.seeds.length;
  let done = 0;
  return await learningCurve(essays, evaluation, {
    ...plan,
    onFold() {
      done++;
      const text = curveDone({ model, done, total })[language];
      progress.show({ done, total, text });
      return progress.breathe();
    },
  });
}
