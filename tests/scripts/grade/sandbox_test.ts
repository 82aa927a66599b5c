/** That the sandbox keeps its keys, and that the test of it could find out. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import type { Call } from "../../../scripts/exercise/call.ts";
import { encodeRequest } from "../../../scripts/grade/sandbox/request.ts";
import { keyLength } from "../../../scripts/grade/sandbox/signed_line.ts";
import { FLAGS, writeSubmissions } from "./grading.ts";
import { known, spy } from "./hostile.ts";
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

    const keys = new Uint32Array(4 * keyLength).fill(known);
    const request = encodeRequest(keys, solution({}, spy), [step], [step]);
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
      /^\nloaded( \d+){4}\n(\n0 0 rows 1 1 0( \d+){4}\n){2}\ndone/,
    );
    assert(!stdout.includes("seen"), stdout);
  },
);

Deno.test(
  "what imports all that it can still forges no result, and gets at no more of Node than it must",
  needs("run", "read"),
  async () => {
    const { code, stdout, stderr } = await runDeno(
      ["run", "-A", "tests/scripts/grade/second_wall.ts"],
      { cwd: CHECKOUT },
    );
    assertEquals([code, stderr], [0, ""]);
    const { standsBetween, importsNode } = JSON.parse(stdout);
    assertEquals(standsBetween, {
      status: "protocol error",
      replies: [],
      loaded: true, // it did stand between
    });
    const seven = { kind: "rows", rows: [[7]] };
    const reply = { result: seven, calls: 0, changed: false };
    assertEquals(importsNode, {
      status: "graded",
      replies: [reply, reply],
      loaded: true,
    });
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
