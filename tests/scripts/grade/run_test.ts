import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Process, Processes } from "../../../scripts/grade/processes.ts";
import { type Ending, runSubmission } from "../../../scripts/grade/run.ts";
import type { Call } from "../../../scripts/exercise/call.ts";
import { signatureOf } from "../../../scripts/grade/sandbox/signed_line.ts";
import { needs } from "../../_support/permission.ts";

/** A process that says what it is told to, and remembers what it was handed. */
class FakeProcess {
  handed = "";
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
  run(calls: Call[], hiddenCalls: Call[] = []): Promise<Ending> {
    return runSubmission(
      this.#processes(),
      "// source",
      calls,
      hiddenCalls,
      { seconds: 10, output: 1000 },
    );
  }

  #processes(): Processes {
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
      kill: () => {
        this.#writer.close().catch(() => {});
        this.#ended.resolve({ success: false, code: 137, signal: "SIGKILL" });
      },
    };
    const cache = Deno.makeTempDirSync();
    const process = { child, cache } as unknown as Process;
    return { take: () => process, startAhead() {} } as unknown as Processes;
  }
}

/** After three lengths of ten digits, of which the first is theirs. */
function keysIn(opening: Uint8Array): Uint32Array {
  const length = Number(new TextDecoder().decode(opening.subarray(0, 10)));
  return new Uint32Array(opening.slice(30, 30 + length).buffer);
}

const call = (name: string): Call => ({
  name,
  kinds: ["number"],
  arguments: [7],
});

Deno.test(
  "runSubmission() hands over hidden cases when all that is shown was said",
  needs("read", "write"),
  async () => {
    const fake = new FakeProcess();
    const run = fake.run([call("open1"), call("open2")], [call("secretly")]);
    await fake.more();
    assertStringIncludes(fake.handed, "open2");
    for (const line of ["loaded", "0 0 rows 1 1 1"]) {
      await fake.say(line);
      await new Promise((resolve) => setTimeout(resolve));
      assert(!fake.handed.includes("secretly"), line);
    }
    await fake.say('0 0 threw "no"');
    await fake.more();
    assertStringIncludes(fake.handed, "secretly");
    await fake.say("0 0 rows 1 1 3");
    await fake.say("done");
    const { status, replies } = await run;
    assertEquals([status, replies.map(({ result }) => result)], ["graded", [
      { kind: "rows", rows: [[1]] },
      { kind: "threw", message: "no" },
      { kind: "rows", rows: [[3]] },
    ]]);
  },
);

Deno.test(
  "runSubmission() takes nothing for an answer that has not the signature of its place",
  needs("read", "write"),
  async () => {
    const fake = new FakeProcess();
    const run = fake.run([call("open1"), call("open2")]);
    await fake.more();
    await fake.say("loaded");
    await fake.forge("0 0 rows 1 1 7"); // with the signature of "loaded"
    await fake.say("0 0 rows 1 1 1");
    await fake.forge("0 0 rows 1 1 1"); // once more
    await fake.say("0 0 rows 1 1 2");
    await fake.forge("done");
    await fake.say("done");
    const { status, replies } = await run;
    assertEquals([status, replies.map(({ result }) => result)], ["graded", [
      { kind: "rows", rows: [[1]] },
      { kind: "rows", rows: [[2]] },
    ]]);
  },
);
