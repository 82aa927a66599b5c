/// <reference lib="dom" />
/** What checks tasks beside the page, and is ended when it takes too long. */
import type { Question, Verdict } from "./check.ts";

/** So long a check may take. */
const PATIENCE = 3000; // ms

/** A worker that checks one task after the other. */
export class Checker {
  readonly #script: string;
  #worker: Worker | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** Takes the text of the page's program. */
  constructor(script: string) {
    this.#script = script;
  }

  /** Checks a task; undefined if it took too long. */
  check(question: Question): Promise<Verdict | undefined> {
    const verdict = this.#last.then(() => this.#ask(question));
    this.#last = verdict;
    return verdict;
  }

  #ask(question: Question): Promise<Verdict | undefined> {
    const { promise, resolve } = Promise.withResolvers<Verdict | undefined>();
    const worker = this.#worker ??= this.#start();
    const end = () => {
      worker.terminate();
      this.#worker = undefined;
      resolve(undefined);
    };
    // The first one has the kit to read.
    const timer = setTimeout(end, PATIENCE);
    worker.onmessage = ({ data }: MessageEvent<Verdict>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end();
    };
    worker.postMessage(question);
    return promise.finally(() => clearTimeout(timer));
  }

  #start(): Worker {
    const blob = new Blob([this.#script], { type: "text/javascript" });
    const url = URL.createObjectURL(blob);
    const worker = new Worker(url);
    URL.revokeObjectURL(url);
    return worker;
  }
}
