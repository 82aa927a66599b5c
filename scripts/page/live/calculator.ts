/// <reference lib="dom" />
/** What computes cells beside the page, and is ended when it takes too long. */
import type { Answer, Question } from "./answer.ts";

/** So long a computation may take. */
export const PATIENCE = 2000; // ms

/** Why there is no answer: it took too long, or no worker can be had. */
export type NoAnswer = "late" | "failed";

/** What is told when an answer is there, or will not come. */
export type Told = (answer: Answer | NoAnswer) => void;

/** A worker that answers one question after the other. */
export class Calculator {
  readonly #script: string;
  #worker: Worker | undefined;
  #asked: Told | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The last question about each cell that nobody has put yet. */
  readonly #waiting = new Map<string, [Question, Told]>();

  /** Takes the text of the page's program. */
  constructor(script: string) {
    this.#script = script;
  }

  /** Starts it, which takes a moment, before there is anything to ask. */
  start(): void {
    if (this.#worker !== undefined) return;
    const blob = new Blob([this.#script], { type: "text/javascript" });
    const url = URL.createObjectURL(blob);
    this.#worker = new Worker(url);
    URL.revokeObjectURL(url);
    this.#worker.addEventListener("message", ({ data }) => this.#tell(data));
    this.#worker.addEventListener("error", () => this.#end("failed"));
  }

  /** Asks; an older question about the same cell is forgotten. */
  ask(question: Question, told: Told): void {
    this.#waiting.set(question.cell, [question, told]);
    this.#next();
  }

  #next(): void {
    if (this.#asked !== undefined) return;
    const [first] = this.#waiting;
    if (first === undefined) return;
    const [cell, [question, told]] = first;
    this.#waiting.delete(cell);
    this.start();
    this.#asked = told;
    this.#timer = setTimeout(() => this.#end("late"), PATIENCE);
    this.#worker!.postMessage(question);
  }

  #end(why: NoAnswer): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#tell(why);
  }

  #tell(answer: Answer | NoAnswer): void {
    clearTimeout(this.#timer);
    const told = this.#asked;
    this.#asked = undefined;
    told?.(answer);
    this.#next();
  }
}
