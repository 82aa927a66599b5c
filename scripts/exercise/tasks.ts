/**
 * The nine tasks: what is asked for, in which functions, for how many points.
 */
import type { Text } from "../cli/message.ts";
import type { Kind } from "./arguments.ts";

/**
 * Rows and columns; a letter is any number, and the same wherever it stands in
 * a call.
 */
export type Size = readonly [rows: string | number, columns: string | number];

/** A parameter of a function that a task asks for. */
export interface Parameter {
  readonly kind: Kind;
  /** Of a table, or of the weights that a function takes; none for a number. */
  readonly size?: Size;
}

/** A task. */
export interface Task {
  /** Counted from 1. */
  readonly number: number;
  readonly title: Text;
  readonly points: number;
  /** The functions by name, with their parameters by name. */
  readonly functions: Readonly<Record<string, Parameters>>;
}

/** The parameters of a function by name, in their order. */
export type Parameters = Readonly<Record<string, Parameter>>;

function table(kind: Kind): (...size: Size) => Parameter {
  return (...size) => ({ kind, size });
}

const matrix = table("matrix");
const rows = table("rows");
const surface = table("surface");
const slope = table("slope");
const number: Parameter = { kind: "number" };
const count: Parameter = { kind: "count" };

/** The tasks in their order. */
export const tasks: readonly Task[] = [
  {
    number: 1,
    title: { ja: "順伝播 h = xW + b", en: "Forward pass h = xW + b" },
    points: 10,
    functions: {
      forward: { x: matrix("N", "D"), W: matrix("D", "M"), b: matrix(1, "M") },
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
      probabilities: { scores: matrix(1, "K") },
      category: { P: matrix(1, 3) },
    },
  },
  {
    number: 3,
    title: { ja: "二乗和誤差", en: "Sum of squared errors" },
    points: 10,
    functions: {
      sumSquaredError: { y: matrix(1, "K"), t: matrix(1, "K") },
    },
  },
  {
    number: 4,
    title: {
      ja: "1 件の交差エントロピー誤差",
      en: "Cross entropy of one sample",
    },
    points: 10,
    functions: { crossEntropy: { y: matrix(1, "K"), t: matrix(1, "K") } },
  },
  {
    number: 5,
    title: {
      ja: "バッチの交差エントロピー誤差",
      en: "Cross entropy of a batch",
    },
    points: 10,
    functions: {
      crossEntropyOfBatch: { y: matrix("N", "K"), t: matrix("N", "K") },
    },
  },
  {
    number: 6,
    title: { ja: "ソフトマックス", en: "Softmax" },
    points: 15,
    functions: { softmax: { scores: matrix("N", "K") } },
  },
  {
    number: 7,
    title: { ja: "ネットワークの損失", en: "The loss of the net" },
    points: 10,
    functions: {
      loss: { x: matrix("N", "D"), t: matrix("N", "K"), W: matrix("D", "K") },
    },
  },
  {
    number: 8,
    title: { ja: "数値微分による勾配", en: "The numerical gradient" },
    points: 15,
    functions: {
      numericalGradient: {
        f: surface("D", "K"),
        W: rows("D", "K"),
        h: number,
      },
    },
  },
  {
    number: 9,
    title: { ja: "勾配降下法", en: "Gradient descent" },
    points: 10,
    functions: {
      step: {
        W: matrix("D", "K"),
        dW: matrix("D", "K"),
        learningRate: number,
      },
      descend: {
        gradient: slope("D", "K"),
        W: matrix("D", "K"),
        learningRate: number,
        steps: count,
      },
    },
  },
];

/**
 * More steps a case may not ask for: the grader goes them too, and nobody would
 * stop it.
 */
export const mostSteps = 1000;

/** The points of all tasks. */
export const mostPoints: number = tasks.reduce(
  (sum, { points }) => sum + points,
  0,
);

/** The task that asks for a function, and the function's parameters. */
export function functionNamed(
  name: string,
): { task: Task; parameters: Parameters } | undefined {
  const task = tasks.find(({ functions }) => Object.hasOwn(functions, name));
  return task && { task, parameters: task.functions[name]! };
}
