/** A peer's program, started and asked line by line. */
import type { Answer } from "./serve.ts";

/** How a peer is started. */
export interface Start {
  /** What it is called in tables. */
  readonly name: string;
  /** Program and arguments. */
  readonly command: readonly [string, ...string[]];
  /** How near its results must be: of their size, and at least. */
  readonly rtol: number;
  readonly atol: number;
}

/** A running peer. */
export class Peer implements AsyncDisposable {
  readonly #process: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #answers: AsyncIterator<string>;

  constructor(readonly start: Start) {
    const [program, ...args] = start.command;
    this.#process = new Deno.Command(program, {
      args,
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    this.#writer = this.#process.stdin.getWriter();
    this.#answers = linesOf(this.#process.stdout);
  }

  /** What it answers; undefined where it has ended. */
  async ask(work: string, calls = 0): Promise<Answer | undefined> {
    const question = `${JSON.stringify({ work, calls })}\n`;
    try {
      await this.#writer.write(new TextEncoder().encode(question));
    } catch {
      return undefined;
    }
    const { value, done } = await this.#answers.next();
    return done ? undefined : JSON.parse(value);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#writer.close().catch(() => {});
    await this.#process.status;
  }
}

async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const part of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split("\n");
    rest = lines.pop()!;
    yield* lines;
  }
}
