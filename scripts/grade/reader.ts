/**
 * Reading programs one after the other, each with a limit of time: there are
 * short ones over which a parser sits for ever.
 */
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

  #readNow(source: string): Promise<Read> {
    if (this.#isOver) {
      throw new Error("Cannot read a program: the end has come");
    }
    const worker = this.#worker ??= new Worker(
      new URL("read_worker.ts", import.meta.url).href,
      { type: "module" },
    );
    const { promise, resolve, reject } = Promise.withResolvers<Read>();
    const timer = setTimeout(() => {
      this.#end();
      resolve({ problem: { text: tooSlow, line: 1, column: 1 } });
    }, 1000 * this.#seconds);
    worker.onmessage = ({ data }: MessageEvent<Read>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end();
      reject(new Error(`Cannot read a program: ${event.message}`));
    };
    worker.postMessage(source);
    return promise.finally(() => clearTimeout(timer));
  }

  [Symbol.dispose](): void {
    this.#isOver = true;
    this.#end();
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
  }
}
