/** The nine tasks: what is asked for, in which functions, for how many points. */
import type { Text } from "../cli/message.ts";
import type { Kind } from "./arguments.ts";

/** A parameter of a function that a task asks for. */
export interface Parameter {
  readonly name: string;
  readonly kind: Kind;
}

/** A task. */
export interface Task {
  /** Counted from 1. */
  readonly number: number;
  readonly title: Text;
  readonly points: number;
  /** The functions by name, with their parameters. */
  readonly functions: Readonly<Record<string, readonly Parameter[]>>;
}

function parameters(kinds: Record<string, Kind>): readonly Parameter[] {
  return Object.entries(kinds).map(([name, kind]) => ({ name, kind }));
}

const yt = parameters({ y: "matrix", t: "matrix" });

/** The tasks in their order. */
export const tasks: readonly Task[] = [
  {
    number: 1,
    title: { ja: "順伝播 h = xW + b", en: "Forward pass h = xW + b" },
    points: 10,
    functions: {
      forward: parameters({ x: "matrix", W: "matrix", b: "matrix" }),
    },
  },
  {
    number: 2,
    title: {
      ja: "スコアから確率とカテゴリへ",
      en: "From scores to probabilities and a category",
    },
    points: 10,
    functions: {
      probabilities: parameters({ scores: "matrix" }),
      category: parameters({ P: "matrix" }),
    },
  },
  {
    number: 3,
    title: { ja: "二乗和誤差", en: "Sum of squared errors" },
    points: 10,
    functions: { sumSquaredError: yt },
  },
  {
    number: 4,
    title: {
      ja: "1 件の交差エントロピー誤差",
      en: "Cross entropy of one sample",
    },
    points: 10,
    functions: { crossEntropy: yt },
  },
  {
    number: 5,
    title: {
      ja: "バッチの交差エントロピー誤差",
      en: "Cross entropy of a batch",
    },
    points: 10,
    functions: { crossEntropyOfBatch: yt },
  },
  {
    number: 6,
    title: { ja: "ソフトマックス", en: "Softmax" },
    points: 15,
    functions: { softmax: parameters({ scores: "matrix" }) },
  },
  {
    number: 7,
    title: { ja: "ネットワークの損失", en: "The loss of the net" },
    points: 10,
    functions: {
      loss: parameters({ x: "matrix", t: "matrix", W: "matrix" }),
    },
  },
  {
    number: 8,
    title: { ja: "数値微分による勾配", en: "The numerical gradient" },
    points: 15,
    functions: {
      numericalGradient: parameters({ f: "surface", W: "rows", h: "number" }),
    },
  },
  {
    number: 9,
    title: { ja: "勾配降下法", en: "Gradient descent" },
    points: 10,
    functions: {
      step: parameters({
        W: "matrix",
        dW: "matrix",
        learningRate: "number",
      }),
      descend: parameters({
        gradient: "slope",
        W: "matrix",
        learningRate: "number",
        steps: "count",
      }),
    },
  },
];

/** More steps a case may not ask for: the grader goes them too, and nobody would stop it. */
export const mostSteps = 1000;

/** The points of all tasks. */
export const mostPoints: number = tasks.reduce(
  (sum, { points }) => sum + points,
  0,
);

/** The task that asks for a function, and the function's parameters. */
export function functionNamed(
  name: string,
): { task: Task; parameters: readonly Parameter[] } | undefined {
  const task = tasks.find(({ functions }) => Object.hasOwn(functions, name));
  return task && { task, parameters: task.functions[name]! };
}
