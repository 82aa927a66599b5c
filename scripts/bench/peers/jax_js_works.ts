/**
 * The works of jax-js on its WebAssembly device, in float64: compiled by `jit`,
 * gradients by `grad`, and many evaluations at once by `vmap`, as its
 * documentation recommends.
 */
import {
  BATCH,
  lecture,
  netOf,
  oneHotOf,
  ramp,
  RATE,
  square,
} from "./inputs.ts";
import { repeated, serve, type Work } from "./serve.ts";

// A text in between: only who runs this fetches the package.
const name = "@jax-js/jax";
const { defaultDevice, grad, init, jit, numpy: np, tree, vmap } = await import(
  name
);
// deno-lint-ignore no-explicit-any
type Array_ = any;

await init("wasm");
defaultDevice("wasm");

const H = 1e-4;
const of = (list: Float64Array | number[], ...shape: number[]): Array_ =>
  np.array(Float64Array.from(list), { dtype: np.float64 }).reshape(shape);

interface Parameters {
  W1: Array_;
  b1: Array_;
  W2: Array_;
  b2: Array_;
}

function made(name: string) {
  const net = netOf(name), [features, hidden, classes] = net.sizes;
  const x = of(net.x, BATCH, features), t = of(oneHotOf(net), BATCH, classes);
  const at: Parameters = {
    W1: of(net.W1, features, hidden),
    b1: of(net.b1, 1, hidden),
    W2: of(net.W2, hidden, classes),
    b2: of(net.b2, 1, classes),
  };
  return { net, x, t, at };
}

/** Its arguments are given away, as those of its own functions are. */
function lossOf({ W1, b1, W2, b2 }: Parameters, x: Array_, t: Array_): Array_ {
  const h = np.reciprocal(np.exp(np.negative(np.matmul(x, W1).add(b1))).add(1));
  return crossEntropy(np.matmul(h, W2).add(b2), t).mul(1 / BATCH);
}

function crossEntropy(z: Array_, t: Array_): Array_ {
  const below = z.ref.sub(np.max(z, 1, { keepdims: true }));
  const log = np.log(np.sum(np.exp(below.ref), 1));
  return np.sum(log).sub(np.sum(below.mul(t)));
}

function steps(name: string): Work {
  const slopes = jit(grad(lossOf));
  const next = jit((at: Parameters, x: Array_, t: Array_) => {
    const slope = slopes(tree.ref(at), x, t);
    const moved = (key: keyof Parameters) => at[key].sub(slope[key].mul(RATE));
    return {
      W1: moved("W1"),
      b1: moved("b1"),
      W2: moved("W2"),
      b2: moved("b2"),
    };
  });
  const { x, t, at } = made(name);
  let now = at;
  return {
    run(calls) {
      for (let i = 0; i < calls; i++) now = next(now, x.ref, t.ref);
      now.b2.ref.dataSync();
    },
    result() {
      const { x, t, at } = made(name), { W1, b1, W2, b2 } = next(at, x, t);
      return [W1, b1, W2, b2].flatMap((one) => [...one.dataSync()]);
    },
  };
}

const unary = (f: (x: Array_) => Array_) => (size: string): Work => {
  const n = Number(size), x = of(ramp(n, 8, 5), n / 10, 10), g = jit(f);
  return repeated(() => g(x.ref).dataSync(), () => g(x.ref).dataSync());
};

await serve({
  lecture() {
    const x = of(lecture.x.flat(), 1, 2), t = of(lecture.t.flat(), 1, 3);
    const losses = jit(
      vmap((W: Array_) => crossEntropy(np.matmul(x.ref, W), t.ref)),
    );
    const W = lecture.W.flat();
    const f = () => {
      const all = new Float64Array(72);
      for (let i = 0; i < 12; i++) {
        all.set(W, 6 * i);
        all[6 * i + (i >> 1)]! += i % 2 === 0 ? H : -H;
      }
      const y = losses(of(all, 12, 2, 3)).dataSync();
      return Array.from(W, (_, i) => (y[2 * i] - y[2 * i + 1]) / (2 * H));
    };
    return repeated(f, f);
  },
  numerical(name) {
    const { net, x, t } = made(name);
    const losses = jit(vmap((at: Parameters) => lossOf(at, x.ref, t.ref)));
    const parts = [net.W1, net.b1, net.W2, net.b2];
    const count = parts.reduce((sum, { length }) => sum + length, 0);
    const [features, hidden, classes] = net.sizes;
    const shapes = [[features, hidden], [1, hidden], [hidden, classes], [
      1,
      classes,
    ]];
    const f = () => {
      let start = 0;
      const [W1, b1, W2, b2] = parts.map((part, k) => {
        const all = new Float64Array(2 * count * part.length);
        for (let i = 0; i < 2 * count; i++) all.set(part, i * part.length);
        for (let i = 0; i < part.length; i++) {
          const at = 2 * (start + i) * part.length + i;
          all[at]! += H;
          all[at + part.length]! -= H;
        }
        start += part.length;
        return of(all, 2 * count, ...shapes[k]!);
      });
      const y = losses({ W1, b1, W2, b2 }).dataSync();
      return Array.from(
        { length: count },
        (_, i) => (y[2 * i] - y[2 * i + 1]) / (2 * H),
      );
    };
    return repeated(f, f);
  },
  step: steps,
  training: steps,
  matmul(size) {
    const n = Number(size), [A, B] = square(n).map((list) => of(list, n, n));
    const f = jit((a: Array_, b: Array_) => np.matmul(a, b));
    const g = () => f(A.ref, B.ref).dataSync();
    return repeated(g, g);
  },
  exp: unary((x) => np.exp(x)),
  softmax: unary((x) => {
    const power = np.exp(x.ref.sub(np.max(x, 1, { keepdims: true })));
    return power.ref.div(np.sum(power, 1, { keepdims: true }));
  }),
  sum: unary((x) => np.sum(x)),
});
