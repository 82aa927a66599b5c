/**
 * How students see what their gradient costs: beside the kit's, in evaluations
 * and in time.
 */
import { type Language, message, type Text } from "../cli/message.ts";
import {
  crossEntropyError,
  gradient,
  matmul,
  Matrix,
  matrix,
  numericalGradient,
  softmax,
} from "../../mod.ts";

const intro: Text = {
  ja: "講義のネットワーク（重み 6 個）の勾配を 1 回求めるとき：",
  en: "One gradient of the lecture's net, which has 6 weights:",
};
const wayLine = message({
  ja: "- {name}：損失の計算 {evaluations} 回、最大の誤差 {error}",
  en: "- {name}: evaluations of the loss {evaluations}, largest error {error}",
});
const yours: Text = {
  ja: "あなたの numericalGradient",
  en: "your numericalGradient",
};
const ours: Text = {
  ja: "kobai の numericalGradient",
  en: "numericalGradient of kobai",
};
const backward: Text = {
  ja: "kobai の gradient（誤差逆伝播）",
  en: "gradient of kobai, by backpropagation",
};
const once: Text = { ja: "損失を 1 回計算", en: "the loss once" };
const failed = message({
  ja: "あなたの numericalGradient はまだ動きません：{error}",
  en: "Your numericalGradient does not work yet: {error}",
});
const noFunction: Text = {
  ja: "export された関数 numericalGradient がありません",
  en: "there is no exported function numericalGradient",
};
const notRows: Text = {
  ja: "結果が 2 行 3 列の数ではありません",
  en: "the result is not 2 rows of 3 numbers",
};
const times: Text = {
  ja:
    "時間は下の表にあります。定義どおりの方法では、損失を計算する回数が重みの数に比例して増えます。",
  en:
    "Times are in the table below. With more weights, the definition takes more evaluations in the same proportion.",
};

type Rows = number[][];
type StudentGradient = (f: (W: Rows) => number, W: Rows, h: number) => unknown;

// The lecture's sample, class and weights.
const x = matrix([2, 3]), t = matrix([0, 0, 1]);
const W = [
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
];
const h = 1e-4;
const loss = (W: Matrix): Matrix => crossEntropyError(softmax(matmul(x, W)), t);

/**
 * A way to the gradient: how often it computes the loss, and how far off it is.
 */
interface Way {
  readonly name: string;
  readonly evaluations: number;
  readonly error: number;
  readonly fn: () => unknown;
}

/** What is shown, and what is to be timed. */
export interface Comparison {
  readonly text: string;
  readonly benches: readonly { name: string; group: string; fn: () => void }[];
}

/**
 * Compares a student's `numericalGradient` with the kit's.
 *
 * @param exercises What the student's file exports.
 * @param language The language.
 */
export function compareGradients(
  exercises: Readonly<Record<string, unknown>>,
  language: Language,
): Comparison {
  const ways: Way[] = [];
  const notes: string[] = [];
  const student = tryStudent(exercises.numericalGradient, yours[language]);
  if ("name" in student) ways.push(student);
  else notes.push(failed({ error: student.error })[language], "");
  ways.push(kitWay(ours[language]), backwardWay(backward[language]));
  const lines = ways.map(({ name, evaluations, error }) =>
    wayLine({ name, evaluations, error: error.toExponential(1) })[language]
  );
  const at = matrix(W);
  const single = { name: once[language], fn: () => loss(at) };
  const benches = [...ways, single].map(({ name, fn }) => ({
    name,
    group: "gradient",
    fn: () => void fn(),
  }));
  const text = [...notes, intro[language], ...lines, "", times[language]]
    .join("\n");
  return { text, benches };
}

/** A student's way, or why it does not work. */
function tryStudent(
  f: unknown,
  name: string,
): Way | { readonly error: string | Text } {
  if (typeof f !== "function") return { error: noFunction };
  try {
    const way = studentWay(f as StudentGradient, name);
    return Number.isNaN(way.error) ? { error: notRows } : way;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function studentWay(student: StudentGradient, name: string): Way {
  const own = (): Rows => W.map((row) => [...row]);
  const inRows = (W: Rows): number => loss(matrix(W)).item();
  let evaluations = 0;
  const found = student((W) => (evaluations++, inRows(W)), own(), h);
  const at = own();
  return {
    name,
    evaluations,
    error: errorOf(found),
    fn: () => student(inRows, at, h),
  };
}

function kitWay(name: string): Way {
  let evaluations = 0;
  const at = matrix(W);
  const counted = (W: Matrix) => (evaluations++, loss(W));
  const found = numericalGradient(counted, at, { h });
  return {
    name,
    evaluations,
    error: errorOf(found.toArray()),
    fn: () => numericalGradient(loss, at, { h }),
  };
}

function backwardWay(name: string): Way {
  const at = matrix(W);
  return {
    name,
    evaluations: 1,
    error: errorOf(gradient(loss, at).toArray()),
    fn: () => gradient(loss, at),
  };
}

/**
 * The largest distance from the closed form `xᵀ(softmax(xW) - t)`; NaN for what
 * is no such table.
 */
function errorOf(found: unknown): number {
  const rows = found instanceof Matrix ? found.toArray() : found;
  const y = softmax(matmul(x, matrix(W)));
  let largest = 0;
  for (let i = 0; i < 2; i++) {
    for (let j = 0; j < 3; j++) {
      const right = x.at(0, i) * (y.at(0, j) - t.at(0, j));
      const value = (rows as Partial<Rows> | undefined)?.[i]?.[j] ?? NaN;
      largest = Math.max(largest, Math.abs(value - right));
    }
  }
  return largest;
}
