/**
 * The functions of derivatives.json in doubles, under the names that
 * derivatives.py gives them.
 */

/**
 * The lecture's network: one sample, its label, and its weights, row by row.
 */
export const SAMPLE = [2, 3] as const;
export const LABEL = 2;
export const WEIGHTS = [
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
] as const;

/**
 * The cross entropy of the softmax of `z`, by a log-sum-exp that cannot
 * overflow.
 */
export function crossEntropy(z: number[], label: number): number {
  const top = Math.max(...z);
  let sum = 0;
  for (const score of z) sum += Math.exp(score - top);
  return Math.log(sum) + top - z[label]!;
}

/** The lecture's loss as a function of one weight. */
export function softmaxLoss(
  row: number,
  column: number,
): (w: number) => number {
  const weights = WEIGHTS.map((line): number[] => [...line]);
  return (w) => {
    weights[row]![column] = w;
    const z = [0, 1, 2].map((j) =>
      SAMPLE[0] * weights[0]![j]! + SAMPLE[1] * weights[1]![j]!
    );
    return crossEntropy(z, LABEL);
  };
}

function tanhNet(w: number): number {
  const a = Math.tanh(w * 1.5 - 0.5), b = Math.tanh(0.25 - w / 2);
  return crossEntropy([2 * a - b, b - a, 3 * b], 1);
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) =>
  Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const relu = (x: number) => Math.max(x, 0);

/**
 * Something between -1 and 1 that nobody could tell from chance, the same for
 * the same x.
 */
function noise(x: number): number {
  const bits = new Uint32Array(new Float64Array([x]).buffer);
  let hash = Math.imul(bits[0]! ^ (bits[1]! >>> 7), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) ^ bits[1]!;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 31 - 1;
}

/** Each function of the table. */
export const FUNCTIONS: Record<string, (x: number) => number> = {
  "x": (x) => x,
  "x^2": (x) => x * x,
  "x^3": (x) => x * x * x,
  "1 + x - 5x^4 + x^9": (x) => 1 + x - 5 * x ** 4 + x ** 9,
  "x^20": (x) => x ** 20,
  "exp(x)": Math.exp,
  "exp(100 x)": (x) => Math.exp(100 * x),
  "exp(-x^2)": (x) => Math.exp(-x * x),
  "log(x)": Math.log,
  "log(-x)": (x) => Math.log(-x),
  "x log(x)": (x) => x * Math.log(x),
  "sqrt(x)": Math.sqrt,
  "sqrt(x - 1)": (x) => Math.sqrt(x - 1),
  "cbrt(x)": Math.cbrt,
  "x^(4/3)": (x) => Math.abs(x) * Math.cbrt(Math.abs(x)),
  "1/x": (x) => 1 / x,
  "acos(x)": Math.acos,
  "sin(x)": Math.sin,
  "cos(x)": Math.cos,
  "cos(50 x)": (x) => Math.cos(50 * x),
  "sin(1e3 x)": (x) => Math.sin(1e3 * x),
  "sin(1e6 x)": (x) => Math.sin(1e6 * x),
  "sin(1e8 x)": (x) => Math.sin(1e8 * x),
  "sin(1e12 x)": (x) => Math.sin(1e12 * x),
  "sin(1e15 x)": (x) => Math.sin(1e15 * x),
  "sin(x^2)": (x) => Math.sin(x * x),
  "sin(1/x)": (x) => Math.sin(1 / x),
  "x + 1e-8 sin(1e8 x)": (x) => x + 1e-8 * Math.sin(1e8 * x),
  "exp(-x) sin(20 x)": (x) => Math.exp(-x) * Math.sin(20 * x),
  "1e-8 sin(x)": (x) => 1e-8 * Math.sin(x),
  "1e-20 sin(x)": (x) => 1e-20 * Math.sin(x),
  "1e8 sin(x)": (x) => 1e8 * Math.sin(x),
  "sin(1e-8 x)": (x) => Math.sin(1e-8 * x),
  "1e8 + sin(x)": (x) => 1e8 + Math.sin(x),
  "(1e8 + sin(x)) - 1e8": (x) => (1e8 + Math.sin(x)) - 1e8,
  "sin(1e6 (1e7 + x))": (x) => Math.sin(1e6 * (1e7 + x)),
  "sin(1e5 (1e7 + x))": (x) => Math.sin(1e5 * (1e7 + x)),
  "x + cos(1e7 + x)": (x) => x + Math.cos(1e7 + x),
  "x + cos(3e7 + x)": (x) => x + Math.cos(3e7 + x),
  "log(exp(-x^2))": (x) => Math.log(Math.exp(-x * x)),
  "1 + 1e-12 x": (x) => 1 + 1e-12 * x,
  "5": () => 5,
  "0": () => 0,
  "1e300": () => 1e300,
  "sin(x) + noise of 1e-10": (x) => Math.sin(x) + 1e-10 * noise(x),
  "sigmoid(x)": sigmoid,
  "sigmoid(1e3 x)": (x) => sigmoid(1e3 * x),
  "tanh(x)": Math.tanh,
  "tanh(1e4 x)": (x) => Math.tanh(1e4 * x),
  "tanh(1e6 (x - 1e-7))": (x) => Math.tanh(1e6 * (x - 1e-7)),
  "softplus(x)": softplus,
  "softplus(1e6 x) / 1e6": (x) => softplus(1e6 * x) / 1e6,
  "1 / (x - 0.55)": (x) => 1 / (x - 0.55),
  "NaN in (0.51, 0.52), else sin(x)": (x) =>
    x > 0.51 && x < 0.52 ? NaN : Math.sin(x),
  "Infinity above 0.6, else sin(x)": (x) => x > 0.6 ? Infinity : Math.sin(x),
  "confident softmax loss": (w) => crossEntropy([2 * w, 0, 1], 0),
  "tanh net": tanhNet,
  "softmax loss, weight 00": softmaxLoss(0, 0),
  "softmax loss, weight 01": softmaxLoss(0, 1),
  "softmax loss, weight 02": softmaxLoss(0, 2),
  "softmax loss, weight 10": softmaxLoss(1, 0),
  "softmax loss, weight 11": softmaxLoss(1, 1),
  "softmax loss, weight 12": softmaxLoss(1, 2),
  "|x|": Math.abs,
  "|x| + 1": (x) => Math.abs(x) + 1,
  "relu(x)": relu,
  "relu(x)^2": (x) => relu(x) ** 2,
  "max(x, 0.5)": (x) => Math.max(x, 0.5),
  "leaky relu(x)": (x) => x > 0 ? x : x / 8,
  "|sin(x)|": (x) => Math.abs(Math.sin(x)),
  "sum of relus": (x) => {
    let sum = 0;
    for (let k = -32; k <= 32; k++) sum += relu(x - k / 64);
    return sum / 64;
  },
  "sqrt(|x|)": (x) => Math.sqrt(Math.abs(x)),
  "sign(x)": Math.sign,
  "floor(x)": Math.floor,
  "floor(1e9 x)": (x) => Math.floor(1e9 * x),
  "cliff at 0.3": (x) => x < 0.3 ? 1 : 2,
  "steep above 1e-3, else flat": (x) => 2 + 1e6 * relu(x - 1e-3),
  "0 at 0, else NaN": (x) => x === 0 ? 0 : NaN,
};
