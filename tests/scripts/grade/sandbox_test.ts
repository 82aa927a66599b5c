/** That the sandbox keeps its keys, and that the test of it could find out. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import type { Call } from "../../../scripts/exercise/call.ts";
import type { Ending } from "../../../scripts/grade/run.ts";
import {
  keptGlobals,
  keptOfDeno,
  takenGlobals,
} from "../../../scripts/exercise/program/globals.ts";
import { readProgram } from "../../../scripts/exercise/program/read.ts";
import { encodeRequest } from "../../../scripts/grade/sandbox/request.ts";
import { keyLength } from "../../../scripts/grade/sandbox/signed_line.ts";
import { FLAGS, writeSubmissions } from "./grading.ts";
import { hostile, known, spy } from "./hostile.ts";
import { solution } from "./solution.ts";

const HARNESS = new URL("scripts/grade/sandbox/harness.ts", CHECKOUT);

const step: Call = {
  name: "step",
  kinds: ["matrix", "matrix", "number"],
  arguments: [[[1]], [[2]], 0.5],
};

Deno.test(
  "the spy among the hostile submissions sees the keys of a careless harness, and not ours",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    folder.file("spy.ts", spy);
    const ways = {
      log: `console.log("${known} 1");`,
      encode: `Deno.stdout.writeSync(new TextEncoder().encode("${known}"));`,
      join: `for (const part of ["${known}", 1]) String(part).trim();`,
      set: `const list: unknown[] = []; list[0] = ${known};`,
      call: `Math.max(${known}, 1);`,
      numbers: `new Uint32Array(9).fill(${known}).length;`,
      bytes:
        `new Uint8Array(new Uint32Array([${known}]).buffer).subarray(0, 4);`,
    };
    for (const [name, code] of Object.entries(ways)) {
      const file = folder.file(
        `${name}.ts`,
        `await import("./spy.ts");\n${code}`,
      );
      const { stdout } = await runDeno(["run", "--no-check", file], {
        cwd: folder.path,
      });
      assert(stdout.includes("\nseen\n"), name);
    }

    const { code } = readProgram(solution({}, spy));
    assert(code !== undefined);
    const keys = new Uint32Array(5 * keyLength).fill(known);
    const request = encodeRequest(keys, code, [step], [step]);
    const map = {
      imports: { kobai: `${CHECKOUT}examples/exercises/kobai.ts` },
    };
    const mapped = `--import-map=${
      folder.file("map.json", JSON.stringify(map))
    }`;
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-prompt", "--no-check", mapped, HARNESS.pathname],
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    const writer = child.stdin.getWriter();
    await writer.write(request.opening);
    await writer.write(request.hidden);
    await writer.close();
    const stdout = new TextDecoder().decode((await child.output()).stdout);
    assertMatch(
      stdout,
      /^\nready( \d+){4}\n\nloaded( \d+){4}\n(\n0 0 rows 1 1 0( \d+){4}\n){2}\ndone/,
    );
    assert(!stdout.includes("seen"), stdout);
  },
);

/**
 * With Node's pipes in place of its own descriptors it reads what the harness
 * writes, and writes other results instead, with the signatures that it has
 * seen.
 */
const standsBetween = `
const util: any = await import(\`data:text/javascript,export * from "node:util"\`);
const zlib: any = await import(\`data:text/javascript,export * from "node:zlib"\`);
let events = zlib.createGzip(), found: any;
while (!Object.hasOwn(events, "emit")) events = Object.getPrototypeOf(events);
const { emit } = events;
events.emit = function () { found ??= this; return true; };
util.deprecate(() => {}, "x", "x")();
await new Promise((resolve) => setTimeout(resolve, 10));
events.emit = emit;
(globalThis as any).process = found;
const { Pipe, createPipe } = found.binding("pipe_wrap"), { guessHandleType } = found.binding("util");
let output = 3;
while (output < 60 && guessHandleType(output) !== "PIPE") output++;
const grader = new Pipe(0);
grader.open(output);
const say = (text: string) => grader.writeUtf8String(new (found.binding("stream_wrap").WriteWrap)(), text);
for (const fd of [0, 1]) {
  const pipe = new Pipe(0);
  pipe.open(fd);
  pipe.close();
  await new Promise((resolve) => setTimeout(resolve, 20));
}
createPipe();
let signature: string | undefined;
export function forward(): number {
  if (signature === undefined) {
    const bytes = new Uint8Array(4096);
    const read = Deno.stdin.readSync(bytes) ?? 0;
    const loaded = new TextDecoder().decode(bytes.subarray(0, read));
    say(loaded); // as it was
    signature = /^\\nloaded((?: \\d+){4})\\n$/.exec(loaded)![1]!;
  }
  say("\\n0 0 rows 1 1 7" + signature + "\\n");
  return 0;
}
`;

/** What becomes of submissions in the sandbox; no filter has seen them. */
async function endingsOf<Name extends string>(
  sources: Record<Name, string>,
): Promise<Record<Name, Ending>> {
  const { code, stdout, stderr } = await runDeno(
    [
      "run",
      "-A",
      "tests/scripts/grade/run_in_sandbox.ts",
      JSON.stringify(sources),
    ],
    { cwd: CHECKOUT },
  );
  assertEquals([code, stderr], [0, ""]);
  return JSON.parse(stdout);
}

/** What comes where `forward` gives a number. */
function gave(value: number): Ending {
  const result = { kind: "rows", rows: [[value]] } as const;
  const reply = { result, calls: 0, changed: false };
  return { status: "graded", replies: [reply, reply], loaded: true };
}

Deno.test(
  "what imports all that it can still forges no result, and gets at no more of Node than it must",
  needs("run", "read"),
  async () => {
    const refused = Object.entries(hostile)
      .filter(([name]) => name.endsWith("Refused"))
      .map(([name, { source }]) => [name, source as string]);
    assert(refused.length > 3);
    const { between, ...others } = await endingsOf(
      Object.fromEntries([["between", standsBetween], ...refused]),
    );
    // It has not even what it needs to take the descriptors.
    assertEquals([between!.status, between!.loaded], ["load error", false]);
    for (const [name, ending] of Object.entries(others)) {
      assertEquals([name, ending], [name, gave(7)]);
    }
  },
);

Deno.test(
  "every name that Deno gives is on the list of what submissions have and have not",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const { stdout } = await runDeno([
      "eval",
      "console.log(JSON.stringify([globalThis, Deno].map(Object.getOwnPropertyNames)))",
    ], { cwd: folder.path });
    const [names, ofDeno] = JSON.parse(stdout) as [string[], string[]];
    assertEquals(names.sort(), [...keptGlobals, ...takenGlobals].sort());
    for (const name of keptOfDeno) assert(ofDeno.includes(name), name);
  },
);

Deno.test(
  "a submission has the names that are kept, and no other",
  needs("run", "read"),
  async () => {
    const counting = (object: string, kept: ReadonlySet<string>) =>
      `const kept = new Set(${JSON.stringify([...kept])});
const found = Object.getOwnPropertyNames(${object});
const wrong = found.filter((name) => !kept.has(name));
export const forward = () => wrong.length + kept.size - found.length;`;
    const { globals, deno, symbols, proto } = await endingsOf({
      globals: counting("globalThis", keptGlobals),
      deno: counting("Deno", keptOfDeno),
      symbols:
        "export const forward = () => Object.getOwnPropertySymbols(Deno).length;",
      proto: `const { gpu } = globalThis.navigator ?? {};
export const forward = () => gpu === undefined ? 1 : 0;`,
    });
    assertEquals([globals, deno, symbols, proto], [
      gave(0),
      gave(0),
      gave(0),
      gave(1),
    ]);
  },
);

Deno.test(
  "no text can be run as code in the sandbox",
  needs("run", "read"),
  async () => {
    const attempt = (code: string) =>
      `export function forward(): number { try { return ${code}; } catch { return 0; } }`;
    const { byFunction, byEval } = await endingsOf({
      byFunction: attempt('new Function("return 1")()'),
      byEval: attempt('(0, eval)("1")'),
    });
    assertEquals([byFunction, byEval], [gave(0), gave(0)]);
  },
);

Deno.test(
  "memory in the sandbox is limited, in V8's heap and outside of it",
  needs("run", "read"),
  async () => {
    const { little, heap, buffers } = await endingsOf({
      little: `const kept = Array.from({ length: 1e6 }, (_, i) => ({ i }));
export const forward = () => kept.length;`,
      // 200 MB, three times the limit of the heap
      heap:
        `const kept = Array.from({ length: 4e6 }, (_, i) => ({ a: i, b: i }));
export const forward = () => kept.length;`,
      buffers: `const kept: unknown[] = [];
try {
  for (let i = 0; i < 20; i++) kept.push(new Uint8Array(1e8).fill(1));
} catch {
  // that was the limit
}
export const forward = () => kept.length < 10 ? 1 : 0;`,
    });
    assertEquals(little, gave(1e6));
    assertEquals([heap.status, heap.loaded], ["killed", false]);
    assertEquals(buffers, gave(1));
  },
);

Deno.test("encodeRequest() keeps hidden calls apart from what is read first", () => {
  const keys = new Uint32Array(3 * keyLength).fill(0x73737373); // "ssss"
  const { opening, hidden } = encodeRequest(keys, "良い", [], [step]);
  const json = '{"source":"\\u826f\\u3044","calls":"[]"}';
  const lengths = [96, json.length, hidden.length].map((length) =>
    `${length}`.padStart(10, "0")
  );
  assertEquals(
    new TextDecoder().decode(opening),
    lengths.join("") + "s".repeat(96) + json,
  );
  assertMatch(new TextDecoder().decode(hidden), /^\[\{.*"step"/);
});

Deno.test(
  "grade.ts asks for nothing but what its header says, and leaves nothing behind",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const submissions = writeSubmissions(`${folder.path}class`, {
      a: solution(),
      b: solution({ forward: "" }),
    });
    const log = folder.file("audit.jsonl", "");
    const temporary = `${folder.path}tmp`;
    Deno.mkdirSync(temporary);
    const args = [submissions, "--out", `${folder.path}out`];
    const { code, stderr } = await runDeno(
      ["run", ...FLAGS, "scripts/grade.ts", ...args],
      {
        cwd: CHECKOUT,
        env: { DENO_AUDIT_PERMISSIONS: log, TMPDIR: temporary },
      },
    );
    assertEquals(code, 0, stderr);
    // The bundler that it starts begins the file anew, so this is what came
    // after.
    const asked = Deno.readTextFileSync(log)
      .matchAll(/"permission":\s*"(\w+)"/g).map(([, name]) => name!);
    const kinds = FLAGS.slice(1).map((flag) => flag.match(/allow-(\w+)/)![1]!);
    for (const kind of asked) assert(kinds.includes(kind), kind);
    const header = Deno.readTextFileSync(new URL("scripts/grade.ts", CHECKOUT));
    const command = ` * deno run ${
      FLAGS.slice(1).join(" ")
    } scripts/grade.ts\n`;
    assert(header.includes(command));
    assertEquals([...Deno.readDirSync(temporary)], []);
  },
);
