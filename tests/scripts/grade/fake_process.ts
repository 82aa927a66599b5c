/**
 * Processes that say what a test tells them to.
 *
 * @module
 */
import type { Call } from "../../../scripts/exercise/call.ts";
import type { Process, Processes } from "../../../scripts/grade/processes.ts";
import { type Ending, runSubmission } from "../../../scripts/grade/run.ts";
import { signatureOf } from "../../../scripts/grade/sandbox/signed_line.ts";

/** A process that says what it is told to, and remembers what it was handed. */
export class FakeProcess {
  handed = "";
  /** The folder that it is given. */
  readonly cache = Deno.makeTempDirSync();
  readonly #ended = Promise.withResolvers<Deno.CommandStatus>();
  readonly #said = new TransformStream<Uint8Array, Uint8Array>();
  readonly #writer = this.#said.writable.getWriter();
  #change = Promise.withResolvers<void>();
  #keys: Uint32Array | undefined;
  #lines = 0;
  #signature = "";

  /** Waits until it is handed something more. */
  async more(): Promise<void> {
    await this.#change.promise;
    this.#change = Promise.withResolvers();
  }

  /** Says a line as the harness would. */
  async say(line: string): Promise<void> {
    const bytes = new TextEncoder().encode(line);
    this.#signature = signatureOf(
      bytes,
      0,
      bytes.length,
      this.#keys!,
      this.#lines++,
    );
    await this.forge(line);
  }

  /** Says a line with the signature of the one before. */
  async forge(line: string): Promise<void> {
    const text = `${line}${this.#signature}\n`;
    await this.#writer.write(new TextEncoder().encode(text));
  }

  /** Runs a submission, of which the process knows nothing. */
  run(
    calls: Call[],
    hiddenCalls: Call[] = [],
    clockSeconds?: number,
  ): Promise<Ending> {
    return runSubmission(
      processesOf(() => this, clockSeconds),
      "// source",
      calls,
      hiddenCalls,
      { seconds: 10, output: 1000 },
    );
  }

  /** Ends as the system may end it. */
  end(signal: Deno.Signal): void {
    this.#writer.close().catch(() => {});
    this.#ended.resolve({ success: false, code: 1, signal });
  }

  /** What the grader takes it for. */
  asProcess(): Process {
    const child = {
      stdin: new WritableStream<Uint8Array>({
        write: (bytes) => {
          this.#keys ??= keysIn(bytes);
          this.handed += new TextDecoder().decode(bytes);
          this.#change.resolve();
        },
      }),
      stdout: this.#said.readable,
      status: this.#ended.promise,
      kill: () => this.end("SIGKILL"),
    };
    return { child, cache: this.cache } as unknown as Process;
  }
}

/** Processes of which each is made when it is needed. */
export function processesOf(
  make: () => FakeProcess,
  clockSeconds = 60,
): Processes {
  return {
    take: () => make().asProcess(),
    startAhead() {},
    clockSeconds,
  } as unknown as Processes;
}

/** After three lengths of ten digits, of which the first is theirs. */
function keysIn(opening: Uint8Array): Uint32Array {
  const length = Number(new TextDecoder().decode(opening.subarray(0, 10)));
  return new Uint32Array(opening.slice(30, 30 + length).buffer);
}
