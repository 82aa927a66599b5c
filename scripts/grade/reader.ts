/**
 * Reading programs one after the other, each with a limit of time: there are
 * short ones over which a parser sits for ever.
 */
import { giveUp } from "../cli/give_up.ts";
import type { Text } from "../cli/message.ts";
import type { Read } from "../exercise/program/read.ts";

const tooSlow: Text = {
  ja: "プログラムが込み入っていて、読み取るのに時間がかかりすぎます。",
  en: "The program is so tangled that it takes too long to read.",
};

/** Reads programs. Dispose of it when there are no more. */
export class Reader implements Disposable {
  readonly #seconds: number;
  #worker: Worker | undefined;
  #giveUp: (error: Error) => void = () => {};
  #isOver = false;
  #last: Promise<unknown> = Promise.resolve();

  /** @param seconds How long one may take; ordinary ones take a hundredth. */
  constructor(seconds = 30) {
    this.#seconds = seconds;
  }

  /** Reads a program when those before it are read. */
  read(source: string): Promise<Read> {
    const read = this.#last.then(() => this.#readNow(source));
    this.#last = read.catch(() => {});
    return read;
  }

  async #readNow(source: string): Promise<Read> {
    if (this.#isOver) {
      throw new Error("Cannot read a program: the end has come");
    }
    const worker = this.#worker ?? await this.#begin();
    const answer = this.#answerOf<Read>(worker);
    const timer = setTimeout(() => {
      answer.resolve({ problem: { text: tooSlow, line: 1, column: 1 } });
      giveUp(worker);
      this.#end("it took too long");
    }, 1000 * this.#seconds);
    worker.postMessage(source);
    return await answer.promise.finally(() => clearTimeout(timer));
  }

  /** A worker that is ready: on a busy machine that alone takes seconds. */
  async #begin(): Promise<Worker> {
    const worker = this.#worker = new Worker(
      new URL("read_worker.ts", import.meta.url).href,
      { type: "module" },
    );
    await this.#answerOf<"ready">(worker).promise;
    return worker;
  }

  /** What a worker says next. */
  #answerOf<Answer>(worker: Worker): PromiseWithResolvers<Answer> {
    const answer = Promise.withResolvers<Answer>();
    worker.onmessage = ({ data }: MessageEvent<Answer>) => answer.resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end(event.message);
    };
    this.#giveUp = answer.reject;
    return answer;
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    this.#end("the end has come");
  }

  /** Ends the worker; whoever waits for it is told why. */
  #end(why: string): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#giveUp(new Error(`Cannot read a program: ${why}`));
  }
}
