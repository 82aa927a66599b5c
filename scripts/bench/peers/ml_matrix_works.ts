/** The works of ml-matrix, whose documentation changes matrices in place. */
import {
  BATCH,
  lecture,
  type Net,
  netOf,
  oneHotOf,
  ramp,
  RATE,
  square,
} from "./inputs.ts";
import { repeated, serve, type Work } from "./serve.ts";

// A text in between: only who runs this fetches the package.
const name = "ml-matrix";
const { Matrix } = await import(name);
// deno-lint-ignore no-explicit-any
type Matrix = any;

const H = 1e-4;

function numericalGradient(f: () => number, matrices: Matrix[]): number[] {
  const slopes: number[] = [];
  for (const W of matrices) {
    for (let row = 0; row < W.rows; row++) {
      for (let column = 0; column < W.columns; column++) {
        const value = W.get(row, column);
        W.set(row, column, value + H);
        const above = f();
        W.set(row, column, value - H);
        slopes.push((above - f()) / (2 * H));
        W.set(row, column, value);
      }
    }
  }
  return slopes;
}

/** Each row from its largest number on, then e to that, then its share. */
function softmaxInPlace(z: Matrix): Matrix {
  return shareInPlace(z.subColumnVector(z.max("row")).exp());
}

function shareInPlace(y: Matrix): Matrix {
  return y.divColumnVector(y.sum("row"));
}

function made(net: Net) {
  const [features, hidden, classes] = net.sizes;
  const of = (rows: number, columns: number, numbers: Float64Array) =>
    Matrix.from1DArray(rows, columns, numbers);
  const x = of(BATCH, features, net.x), t = of(BATCH, classes, oneHotOf(net));
  const W1 = of(features, hidden, net.W1), W2 = of(hidden, classes, net.W2);
  const b1 = Array.from(net.b1), b2 = Array.from(net.b2);
  return { x, t, W1, W2, b1, b2 };
}

type Made = ReturnType<typeof made>;

function hiddenOf({ x, W1, b1 }: Made): Matrix {
  return x.mmul(W1).addRowVector(b1).neg().exp().add(1).pow(-1);
}

function step(net: Made): void {
  const { x, t, W1, W2, b1, b2 } = net;
  const h = hiddenOf(net);
  const dz = softmaxInPlace(h.mmul(W2).addRowVector(b2)).sub(t).div(BATCH);
  const dh = dz.mmul(W2.transpose()).mul(h)
    .mul(Matrix.mul(h, -1).add(1));
  W2.sub(h.transpose().mmul(dz).mul(RATE));
  W1.sub(x.transpose().mmul(dh).mul(RATE));
  dz.sum("column").forEach((d: number, i: number) => b2[i]! -= RATE * d);
  dh.sum("column").forEach((d: number, i: number) => b1[i]! -= RATE * d);
}

function steps(of: string): Work {
  const net = made(netOf(of));
  return {
    run(calls) {
      for (let i = 0; i < calls; i++) step(net);
    },
    result() {
      const fresh = made(netOf(of));
      step(fresh);
      const { W1, b1, W2, b2 } = fresh;
      return [...W1.to1DArray(), ...b1, ...W2.to1DArray(), ...b2];
    },
  };
}

const unary = (f: (x: Matrix) => Matrix | number) => (of: string): Work => {
  const n = Number(of), x = Matrix.from1DArray(n / 10, 10, ramp(n, 8, 5));
  return repeated(() => f(x), () => {
    const y = f(x);
    return typeof y === "number" ? [y] : y.to1DArray();
  });
};

await serve({
  lecture() {
    const W = new Matrix(lecture.W), x = new Matrix(lecture.x);
    const t = new Matrix(lecture.t);
    const loss = () => -softmaxInPlace(x.mmul(W)).log().mul(t).sum();
    const f = () => numericalGradient(loss, [W]);
    return repeated(f, f);
  },
  numerical(of) {
    const net = netOf(of), { x, W1, W2, ...rest } = made(net);
    const b1 = Matrix.rowVector(rest.b1), b2 = Matrix.rowVector(rest.b2);
    const loss = () => {
      const h = x.mmul(W1).addRowVector(b1).neg().exp().add(1).pow(-1);
      const z = h.mmul(W2).addRowVector(b2);
      z.subColumnVector(z.max("row"));
      const right = net.labels.reduce((sum, k, i) => sum + z.get(i, k), 0);
      const totals = z.exp().sum("row") as number[];
      const logs = totals.reduce((sum, one) => sum + Math.log(one), 0);
      return (logs - right) / BATCH;
    };
    const f = () => numericalGradient(loss, [W1, b1, W2, b2]);
    return repeated(f, f);
  },
  step: steps,
  training: steps,
  matmul(of) {
    const n = Number(of);
    const [A, B] = square(n).map((list) => Matrix.from1DArray(n, n, list));
    return repeated(() => A.mmul(B), () => A.mmul(B).to1DArray());
  },
  exp: unary((x) => Matrix.exp(x)),
  softmax: unary((x) => softmaxInPlace(x.clone())),
  sum: unary((x) => x.sum()),
});
