/** What computes cells beside the page, with a worker that is none. */
import { assertEquals } from "@std/assert";
import type { Answer, Question } from "../../../../scripts/page/live/answer.ts";
import {
  Calculator,
  type NoAnswer,
  PATIENCE,
} from "../../../../scripts/page/live/calculator.ts";

/** A worker that answers every question but that about the cell `endless`. */
class FakeWorker extends EventTarget {
  static readonly started: FakeWorker[] = [];
  isEnded = false;
  constructor() {
    super();
    FakeWorker.started.push(this);
  }
  postMessage({ cell }: Question): void {
    if (cell === "endless") return;
    if (cell === "broken") {
      return queueMicrotask(() => void this.dispatchEvent(new Event("error")));
    }
    queueMicrotask(() =>
      this.dispatchEvent(
        new MessageEvent("message", { data: { fault: `about ${cell}` } }),
      )
    );
  }
  terminate(): void {
    this.isEnded = true;
  }
}

/** Runs with workers and timers of its own: time passes when it is told to. */
async function withFakes(
  run: (pass: (ms: number) => Promise<void>) => Promise<void>,
): Promise<void> {
  const kept = { Worker, setTimeout, clearTimeout };
  const waiting = new Map<number, { at: number; ring: () => void }>();
  let now = 0, ids = 0;
  Object.assign(globalThis, {
    Worker: FakeWorker,
    setTimeout: (ring: () => void, ms: number) => {
      waiting.set(++ids, { at: now + ms, ring });
      return ids;
    },
    clearTimeout: (id: number) => waiting.delete(id),
  });
  FakeWorker.started.length = 0;
  try {
    await run(async (ms) => {
      now += ms;
      for (const [id, { at, ring }] of waiting) {
        if (at > now) continue;
        waiting.delete(id);
        ring();
      }
      await new Promise<void>((done) => kept.setTimeout(done, 0));
    });
  } finally {
    Object.assign(globalThis, kept);
  }
}

const question = (cell: string): Question => ({
  cell,
  written: {},
  language: "en",
});

Deno.test("Calculator ends what takes longer than two seconds, and goes on", async () => {
  assertEquals(PATIENCE, 2000);
  await withFakes(async (pass) => {
    const calculator = new Calculator("");
    const told: [string, Answer | NoAnswer][] = [];
    const ask = (cell: string) =>
      calculator.ask(question(cell), (answer) => told.push([cell, answer]));
    ask("endless");
    ask("1-02");
    ask("broken");
    await pass(1999);
    assertEquals(told, []);
    await pass(1);
    await pass(0);
    assertEquals(told, [
      ["endless", "late"],
      ["1-02", { fault: "about 1-02" }],
      ["broken", "failed"],
    ]);
    assertEquals(FakeWorker.started.map(({ isEnded }) => isEnded), [
      true,
      true,
    ]);
    // Nothing is left that would end the next one.
    ask("1-03");
    await pass(0);
    await pass(5000);
    assertEquals(FakeWorker.started.at(-1)!.isEnded, false);
  });
});

Deno.test("Calculator forgets a question about a cell when there is a newer one", async () => {
  await withFakes(async (pass) => {
    const calculator = new Calculator("");
    const told: string[] = [];
    for (const name of ["first", "second", "third"]) {
      calculator.ask(question("1-01"), () => told.push(name));
    }
    await pass(0);
    await pass(0);
    assertEquals(told, ["first", "third"]);
    assertEquals(FakeWorker.started.length, 1);
  });
});
