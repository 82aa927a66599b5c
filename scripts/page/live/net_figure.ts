/// <reference lib="dom" />
/**
 * The live figure's program. It finds the parts that `../live_section.ts` put
 * into the page, and runs the library itself: nothing of it is written a second
 * time.
 */
import { fromFloat64Array, type Matrix, matrix } from "kobai";
import type { Language } from "../../cli/message.ts";
import type { LiveData } from "../live_section.ts";
import { say } from "./elements.ts";
import { type NetState, stepped, viewOf } from "./net.ts";
import { faultOf, readNumber } from "./number_field.ts";
import { drawPath } from "./path.ts";
import { arrow, eight, field, four, small } from "./number_texts.ts";
import { Speaker } from "./speaker.ts";
import { undoSwipes } from "./swipes.ts";

const most = 500; // steps, then playing stops by itself
const weightLimit = { least: -1e6, most: 1e6 };
const rateLimit = { least: 0, most: 100 };
const places = [0, 1].flatMap((row) =>
  [0, 1, 2].map((column) => ({ row, column, place: `${row},${column}` }))
);

/** A number field and a slider for one number. */
interface Control {
  readonly inputs: readonly HTMLInputElement[];
  readonly limit: { readonly least: number; readonly most: number };
  get(): number;
  set(value: number): void;
}

/** Starts the figure. */
export function startNet(figure: HTMLElement, language: Language): void {
  const data: LiveData = JSON.parse(
    document.getElementById("live-data")!.textContent!,
  );
  const pace = matchMedia("(prefers-reduced-motion: reduce)").matches
    ? 800
    : 160;
  const each = <E extends HTMLElement = HTMLElement>(
    selector: string,
  ): E[] => [...figure.querySelectorAll<E>(selector)];
  const one = <E extends HTMLElement = HTMLElement>(selector: string): E =>
    figure.querySelector<E>(selector)!;
  const speaker = new Speaker(one("[data-said]"));

  let state: NetState;
  let rate: number;
  /** The losses from where the reader last moved something, step by step. */
  let path: number[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;

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
  const controls: Control[] = [
    ...places.map(({ row, column, place }) => ({
      inputs: each<HTMLInputElement>(`input[data-weight="${place}"]`),
      limit: weightLimit,
      get: () => state.W.at(row, column),
      set: (value: number) => {
        state = { ...state, W: changed(state.W, row, column, value) };
      },
    })),
    ...[0, 1].map((column) => ({
      inputs: each<HTMLInputElement>(`input[data-input="${column}"]`),
      limit: weightLimit,
      get: () => state.x.at(0, column),
      set: (value: number) => {
        state = { ...state, x: changed(state.x, 0, column, value) };
      },
    })),
  ];
  const rateControl: Control = {
    inputs: each<HTMLInputElement>("input[data-rate]"),
    limit: rateLimit,
    get: () => rate,
    set: (value) => {
      rate = value;
    },
  };

  /**
   * Writes everything that follows from the state; `typing` is the field that
   * is left alone.
   */
  function show(typing?: HTMLInputElement): void {
    const view = viewOf(state);
    if (path.length === 0) path.push(view.loss);
    for (const { inputs, get } of [...controls, rateControl]) {
      for (const input of inputs) {
        if (input === typing) continue;
        input.value = field(get());
        fault(input, "");
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
    output.pathText.textContent = pathText();
    // Read aloud when it rests, not at every step of a run.
    if (timer === undefined) speaker.say(pathText());
  }

  function pathText(): string {
    const blanks: Record<string, string | number> = {
      steps: path.length - 1,
      first: four(path[0]!),
      last: four(path.at(-1)!),
    };
    const text = path.length === 1 ? data.pathStart : data.path;
    return text.replace(/\{(\w+)\}/g, (_, key) => String(blanks[key]));
  }

  function step(): void {
    state = { ...state, W: stepped(state, rate) };
    path.push(viewOf(state).loss);
    if (path.length > most) stop();
    show();
  }

  function play(): void {
    timer = setInterval(step, pace);
    output.play.textContent = data.pause;
    step();
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
    output.play.textContent = data.play;
  }

  function pause(): void {
    stop();
    show();
  }

  function reset(): void {
    stop();
    state = { x: matrix(data.x), t: matrix(data.t), W: matrix(data.W) };
    rate = data.learningRate;
    path = [];
    for (const input of each<HTMLInputElement>("input[data-target]")) {
      input.checked = data.t[0]![Number(input.dataset.target)] === 1;
    }
    show();
  }

  function fault(input: HTMLInputElement, text: string): void {
    const line = input.getAttribute("aria-describedby");
    if (line === null) return;
    say(document.getElementById(line)!, text);
    if (text === "") input.removeAttribute("aria-invalid");
    else input.setAttribute("aria-invalid", "true");
  }

  /**
   * Takes what stands in a field or a slider; what is no number within reach
   * waits to be mended.
   */
  function follow(control: Control, restart: boolean): void {
    for (const input of control.inputs) {
      input.addEventListener("input", () => {
        const value = readNumber(input.value, control.limit);
        if (value === undefined) {
          return fault(input, faultOf(input.value, control.limit, language));
        }
        fault(input, "");
        control.set(value);
        if (restart) path = [];
        show(input);
      });
      // Whoever leaves a field half written finds the last number that was one.
      input.addEventListener("change", () => show());
      if (input.type === "range") undoSwipes(input, keep);
    }
  }

  /** What is so now; the function brings it back. */
  function keep(): () => void {
    const kept = { state, rate, path: [...path] };
    return () => {
      ({ state, rate, path } = kept);
      show();
    };
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
      stop();
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
  speaker.begin();
}

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
