/**
 * Six ways down a long valley, `x²/20 + y²`, from (-7, 2): where each is after
 * 30 steps, and the way it took.
 *
 * deno run examples/book/optimizers.ts
 *
 * No permission.
 */
import {
  adaGrad,
  adam,
  add,
  divide,
  gradient,
  gradientDescent,
  type Matrix,
  matrix,
  momentum,
  multiply,
  nesterov,
  type Optimizer,
  rmsProp,
} from "kobai";

function height({ x, y }: { x: Matrix; y: Matrix }): Matrix {
  return add(divide(multiply(x, x), 20), multiply(y, y));
}

/** The points that an optimizer comes to, the start first. */
function pathOf(optimizer: Optimizer): [x: number, y: number][] {
  const path: [number, number][] = [];
  let at = { x: matrix([-7]), y: matrix([2]) };
  for (let step = 0; step <= 30; step++) {
    path.push([at.x.item(), at.y.item()]);
    ({ parameters: at, optimizer } = optimizer.step(at, gradient(height, at)));
  }
  return path;
}

const COLUMNS = 25, ROWS = 9;

/** A path seen from above: x from -8 to 8, y from 2.4 down to -2.4. */
function picture(path: [x: number, y: number][]): string[] {
  const lines = Array.from({ length: ROWS }, () => Array(COLUMNS).fill(" "));
  const mark = (x: number, y: number, letter: string) => {
    const row = Math.round((2.4 - y) / 4.8 * (ROWS - 1));
    const column = Math.round((x + 8) / 16 * (COLUMNS - 1));
    const line = lines[row];
    if (line !== undefined && column in line) line[column] = letter;
  };
  mark(0, 0, "+"); // the lowest point
  for (const [x, y] of path) mark(x, y, "o");
  return lines.map((line) => line.join(""));
}

const all = {
  SGD: gradientDescent({ learningRate: 0.95 }),
  Momentum: momentum({ learningRate: 0.1 }),
  Nesterov: nesterov({ learningRate: 0.1 }),
  AdaGrad: adaGrad({ learningRate: 1.5, epsilon: 1e-7 }),
  RMSprop: rmsProp({ learningRate: 0.1, epsilon: 1e-7 }),
  Adam: adam({ learningRate: 0.3, epsilon: 1e-7 }),
};

const paths = Object.values(all).map(pathOf), names = Object.keys(all);
names.forEach((name, i) => {
  const [x, y] = paths[i]!.at(-1)!;
  console.log(`${name} x ${x} y ${y}`);
});
console.log();
for (const three of [[0, 1, 2], [3, 4, 5]]) {
  const pictures = three.map((i) => [names[i]!, ...picture(paths[i]!)]);
  for (let row = 0; row <= ROWS; row++) {
    const line = pictures.map((picture) => picture[row]!.padEnd(COLUMNS));
    console.log(line.join("").trimEnd());
  }
}
