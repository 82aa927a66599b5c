/// <reference lib="dom" />
/**
 * The live figure's program. It finds the parts that `../live_section.ts` put
 * into the page, and runs the library itself: nothing of it is written a second
 * time.
 */
import { fromFloat64Array, type Matrix, matrix } from "kobai";
import type { LiveData } from "../live_section.ts";
import { type NetState, stepped, viewOf } from "./net.ts";
import { drawPath } from "./path.ts";
import { arrow, eight, field, four, small } from "./number_texts.ts";

const most = 500; // steps, then playing stops by itself
const pace = matchMedia("(prefers-reduced-motion: reduce)").matches ? 800 : 160;

const figure = document.getElementById("live")!;
const data: LiveData = JSON.parse(
  document.getElementById("live-data")!.textContent!,
);

let state: NetState;
let rate: number;
/** The losses from where the reader last moved something, step by step. */
let path: number[];
let timer: ReturnType<typeof setInterval> | undefined;

const each = <E extends HTMLElement = HTMLElement>(
  selector: string,
): E[] => [...figure.querySelectorAll<E>(selector)];
const one = <E extends HTMLElement = HTMLElement>(selector: string): E =>
  figure.querySelector<E>(selector)!;

const places = [0, 1].flatMap((row) =>
  [0, 1, 2].map((column) => ({ row, column, place: `${row},${column}` }))
);
const output = {
  loss: one("[data-loss]"),
  divided: figure.querySelector("[data-divided]"),
  difference: one("[data-difference]"),
  path: one("[data-path]"),
  pathText: one("[data-path-text]"),
  play: one<HTMLButtonElement>("[data-action=play]"),
  weights: places.map(({ row, column, place }) => ({
    row,
    column,
    arrow: one(`[data-arrow="${place}"]`),
    definition: one(`[data-definition="${place}"]`),
    backpropagation: one(`[data-backpropagation="${place}"]`),
  })),
  classes: [0, 1, 2].map((column) => ({
    whole: one(`[data-class="${column}"]`),
    bar: one(`[data-bar="${column}"]`),
    score: one(`[data-score="${column}"]`),
    probability: one(`[data-probability="${column}"]`),
  })),
};

/** A number field and a slider for one number. */
interface Control {
  readonly inputs: readonly HTMLInputElement[];
  get(): number;
  set(value: number): void;
}

const controls: Control[] = [
  ...places.map(({ row, column, place }) => ({
    inputs: each<HTMLInputElement>(`input[data-weight="${place}"]`),
    get: () => state.W.at(row, column),
    set: (value: number) => {
      state = { ...state, W: changed(state.W, row, column, value) };
    },
  })),
  ...[0, 1].map((column) => ({
    inputs: each<HTMLInputElement>(`input[data-input="${column}"]`),
    get: () => state.x.at(0, column),
    set: (value: number) => {
      state = { ...state, x: changed(state.x, 0, column, value) };
    },
  })),
];
const rateControl: Control = {
  inputs: each<HTMLInputElement>("input[data-rate]"),
  get: () => rate,
  set: (value) => {
    rate = value;
  },
};

function changed(
  old: Matrix,
  row: number,
  column: number,
  value: number,
): Matrix {
  const values = old.toFloat64Array();
  values[row * old.columns + column] = value;
  return fromFloat64Array(values, old.rows, old.columns);
}

/**
 * Writes everything that follows from the state; `typing` is the field that is
 * left alone.
 */
function show(typing?: HTMLInputElement): void {
  const view = viewOf(state);
  if (path.length === 0) path.push(view.loss);
  for (const { inputs, get } of [...controls, rateControl]) {
    for (const input of inputs) {
      if (input !== typing) {
        input.value = field(get());
        input.removeAttribute("aria-invalid");
      }
    }
  }
  output.loss.textContent = eight(view.loss);
  if (output.divided !== null) {
    output.divided.textContent = eight(view.loss / state.W.columns);
  }
  output.difference.textContent = small(view.difference);
  for (const { row, column, ...parts } of output.weights) {
    const slope = view.backpropagation.at(row, column);
    parts.definition.textContent = eight(view.definition.at(row, column));
    parts.backpropagation.textContent = eight(slope);
    const { left, size, direction } = arrow(state.W.at(row, column), slope);
    parts.arrow.style.left = left;
    parts.arrow.style.width = size;
    parts.arrow.className = direction;
  }
  output.classes.forEach((parts, column) => {
    const probability = view.probabilities.at(0, column);
    parts.score.textContent = four(view.scores.at(0, column));
    parts.probability.textContent = four(probability);
    parts.bar.style.height = `${(100 * probability).toFixed(2)}%`;
    parts.whole.classList.toggle("right", state.t.at(0, column) === 1);
  });
  output.path.innerHTML = drawPath(path);
  // Read aloud when it rests, not at every step of a run.
  if (timer === undefined) describePath();
}

function describePath(): void {
  const blanks: Record<string, string | number> = {
    steps: path.length - 1,
    first: four(path[0]!),
    last: four(path.at(-1)!),
  };
  const text = path.length === 1 ? data.pathStart : data.path;
  output.pathText.textContent = text.replace(
    /\{(\w+)\}/g,
    (_, key) => String(blanks[key]),
  );
}

function step(): void {
  state = { ...state, W: stepped(state, rate) };
  path.push(viewOf(state).loss);
  if (path.length > most) pause();
  show();
}

function play(): void {
  timer = setInterval(step, pace);
  output.play.textContent = data.pause;
  step();
}

function pause(): void {
  clearInterval(timer);
  timer = undefined;
  output.play.textContent = data.play;
  describePath();
}

function reset(): void {
  state = { x: matrix(data.x), t: matrix(data.t), W: matrix(data.W) };
  rate = data.learningRate;
  path = [];
  for (const input of each<HTMLInputElement>("input[data-target]")) {
    input.checked = data.t[0]![Number(input.dataset.target)] === 1;
  }
  if (timer !== undefined) pause();
  show();
}

/**
 * Takes what stands in a field or a slider; what is no number within reach
 * waits to be mended.
 */
function follow(control: Control, restart: boolean): void {
  for (const input of control.inputs) {
    input.addEventListener("input", () => {
      const { badInput, rangeOverflow, rangeUnderflow } = input.validity;
      if (
        badInput || rangeOverflow || rangeUnderflow || input.value === ""
      ) return input.setAttribute("aria-invalid", "true");
      input.removeAttribute("aria-invalid");
      control.set(Number(input.value));
      if (restart) path = [];
      show(input);
    });
    // Whoever leaves a field half written finds the last number that was one.
    input.addEventListener("change", () => show());
  }
}

for (const control of controls) follow(control, true);
follow(rateControl, false);
for (const input of each<HTMLInputElement>("input[data-target]")) {
  input.addEventListener("change", () => {
    const right = Number(input.dataset.target);
    state = {
      ...state,
      t: matrix([0, 1, 2].map((column) => column === right ? 1 : 0)),
    };
    path = [];
    show();
  });
}
const actions: Record<string, () => void> = {
  step: () => {
    if (timer !== undefined) pause();
    step();
  },
  play: () => timer === undefined ? play() : pause(),
  reset,
};
for (const button of each<HTMLButtonElement>("button[data-action]")) {
  button.addEventListener("click", actions[button.dataset.action!]!);
}
for (const control of each<HTMLInputElement>("input, button")) {
  control.disabled = false;
}
reset();
