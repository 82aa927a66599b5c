/** That the sandbox keeps its secret, and that the test of it could find out. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import {
  encodeRequest,
  secretLength,
} from "../../../scripts/grade/sandbox/request.ts";
import { FLAGS, writeSubmissions } from "./grading.ts";
import { spy } from "./hostile.ts";
import { solution } from "./solution.ts";

Deno.test(
  "the spy among the hostile submissions gets the secret of a careless harness",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const secret = "0123456789abcdef".repeat(2);
    folder.file("spy.ts", spy);
    const ways = {
      log: `console.log("${secret}" + 1);`,
      encode:
        `Deno.stdout.writeSync(new TextEncoder().encode("${secret}" + 1));`,
      join: `for (const part of ["${secret}", 1]) String(part).trim();`,
      set: `const list: unknown[] = []; list[0] = "${secret}";`,
      bytes:
        `const bytes = new Uint8Array(90).map((_, i) => "${secret}".charCodeAt(i % 32)); bytes.length;`,
    };
    for (const [name, code] of Object.entries(ways)) {
      const file = folder.file(
        `${name}.ts`,
        `await import("./spy.ts");\n${code}`,
      );
      const { stdout } = await runDeno(["run", "--no-check", file], {
        cwd: folder.path,
      });
      assert(stdout.includes(`${secret}loaded\n${secret}done\n`), name);
    }
  },
);

Deno.test("encodeRequest() keeps hidden calls apart from what is read first", () => {
  const secret = "s".repeat(secretLength);
  const { opening, hidden } = encodeRequest(secret, "良い", [], [{
    name: "step",
    kinds: ["number"],
    arguments: [12345],
  }]);
  const text = new TextDecoder().decode(opening);
  assertEquals(
    text,
    secret + `${text.length - secretLength - 20}`.padStart(10, "0") +
      `${hidden.length}`.padStart(10, "0") +
      '{"source":"\\u826f\\u3044","calls":"[]"}',
  );
  assertMatch(new TextDecoder().decode(hidden), /^\[\{.*12345/);
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
    // The bundler that it starts begins the file anew, so this is what came after.
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
