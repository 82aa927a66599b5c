import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Process, Processes } from "../../../scripts/grade/processes.ts";
import { runSubmission } from "../../../scripts/grade/run.ts";
import { secretLength } from "../../../scripts/grade/sandbox/request.ts";
import { needs } from "../../_support/permission.ts";

/** A process that says what it is told to, and remembers what it was handed. */
class FakeProcess {
  handed = "";
  readonly #ended = Promise.withResolvers<Deno.CommandStatus>();
  readonly #said = new TransformStream<Uint8Array, Uint8Array>();
  readonly #writer = this.#said.writable.getWriter();
  #change = Promise.withResolvers<void>();

  /** Waits until it is handed something more. */
  async more(): Promise<void> {
    await this.#change.promise;
    this.#change = Promise.withResolvers();
  }

  async say(line: string): Promise<void> {
    const text = `${this.handed.slice(0, secretLength)}${line}\n`;
    await this.#writer.write(new TextEncoder().encode(text));
  }

  processes(): Processes {
    const child = {
      stdin: new WritableStream<Uint8Array>({
        write: (bytes) => {
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

const call = (name: string) => ({
  name,
  kinds: ["number" as const],
  arguments: [7],
});

Deno.test(
  "runSubmission() hands over hidden cases when all that is shown was said",
  needs("read", "write"),
  async () => {
    const fake = new FakeProcess();
    const run = runSubmission(
      fake.processes(),
      "// source",
      [call("open1"), call("open2")],
      [call("secretly")],
      { seconds: 10, output: 1000 },
    );
    await fake.more();
    assertStringIncludes(fake.handed, "open2");
    for (const line of ["loaded", "0 0 0 rows 1 1 1"]) {
      await fake.say(line);
      await new Promise((resolve) => setTimeout(resolve));
      assert(!fake.handed.includes("secretly"), line);
    }
    await fake.say('1 0 0 threw "no"');
    await fake.more();
    assertStringIncludes(fake.handed, "secretly");
    await fake.say("2 0 0 rows 1 1 3");
    await fake.say("done");
    const { status, outcomes } = await run;
    assertEquals([status, outcomes.map(({ result }) => result)], ["graded", [
      { kind: "rows", rows: [[1]] },
      { kind: "threw", message: "no" },
      { kind: "rows", rows: [[3]] },
    ]]);
  },
);
