import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import type { Call } from "../../../scripts/exercise/call.ts";
import { needs } from "../../_support/permission.ts";
import { GraderFailure } from "../../../scripts/grade/run.ts";
import { FakeProcess } from "./fake_process.ts";

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
    for (const line of ["ready", "loaded", "0 0 rows 1 1 1"]) {
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
    await fake.say("ready");
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

Deno.test(
  "runSubmission() says that the grader failed where the sandbox was never ready",
  needs("read", "write"),
  async () => {
    const fake = new FakeProcess();
    const run = fake.run([call("open1")]);
    await fake.more();
    fake.end("SIGKILL");
    await assertRejects(() => run, GraderFailure, "(SIGKILL) before");
  },
);

Deno.test(
  "runSubmission() takes nobody's word for ready, loaded or failed before it is",
  needs("read", "write"),
  async () => {
    for (const early of ["loaded", 'failed "no"', "done"]) {
      const fake = new FakeProcess();
      const run = fake.run([call("open1")]);
      await fake.more();
      await fake.say(early);
      await assertRejects(() => run, GraderFailure, "(protocol error) before");
    }
  },
);

Deno.test(
  "runSubmission() trusts no run whose folder somebody removed",
  needs("read", "write"),
  async () => {
    const fake = new FakeProcess();
    const run = fake.run([call("open1")]);
    await fake.more();
    await fake.say("ready");
    await Deno.remove(fake.cache, { recursive: true });
    await fake.say('failed "cannot read"');
    await assertRejects(() => run, GraderFailure, "folder is gone");
  },
);

Deno.test(
  "runSubmission() counts no time in which everything stood still",
  needs("read", "write"),
  async () => {
    const fake = new FakeProcess();
    const run = fake.run([call("open")], [], 0.4);
    await fake.more();
    await fake.say("ready");
    await fake.say("loaded");
    // as Ctrl-Z stops the grader, and what it runs
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await fake.say("0 0 rows 1 1 1");
    await fake.say("done");
    assertEquals((await run).status, "graded");
  },
);
