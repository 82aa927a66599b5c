import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  requireWritable,
  writeWhole,
} from "../../../scripts/cli/write_whole.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

const files = needs("read", "write");

Deno.test(
  "writeWhole() writes a text, and pieces as they come",
  files,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}勾配.txt`;
    await writeWhole(path, "one");
    assertEquals(Deno.readTextFileSync(path), "one");
    await writeWhole(path, ["勾", "配", "!"]);
    assertEquals(Deno.readTextFileSync(path), "勾配!");
    async function* later(): AsyncGenerator<string> {
      for (let i = 0; i < 3; i++) yield await Promise.resolve(`${i}\n`);
    }
    await writeWhole(path, later());
    assertEquals(Deno.readTextFileSync(path), "0\n1\n2\n");
    assertEquals(folder.names(), ["勾配.txt"]);
  },
);

Deno.test(
  "writeWhole() makes the folders that are missing",
  files,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}a/b/c.txt`;
    await writeWhole(path, "x");
    assertEquals(Deno.readTextFileSync(path), "x");
  },
);

Deno.test(
  "writeWhole() shows nothing before everything is written",
  files,
  async () => {
    using folder = temporaryFolder();
    const path = folder.file("a.txt", "before");
    function* pieces(): Generator<string> {
      for (let i = 0; i < 100; i++) {
        assertEquals(Deno.readTextFileSync(path), "before");
        yield "x".repeat(1000);
      }
    }
    await writeWhole(path, pieces());
    assertEquals(Deno.readTextFileSync(path).length, 100_000);
  },
);

Deno.test(
  "writeWhole() leaves everything as it was where writing fails",
  files,
  async () => {
    using folder = temporaryFolder();
    const path = folder.file("a.txt", "before");
    function* failing(): Generator<string> {
      yield "half";
      throw new RangeError("no more");
    }
    await assertRejects(
      () => writeWhole(path, failing()),
      RangeError,
      "no more",
    );
    Deno.mkdirSync(`${folder.path}b`);
    await assertRejects(() => writeWhole(`${folder.path}b`, "x"));
    assertEquals(folder.names(), ["a.txt", "b"]);
    assertEquals(Deno.readTextFileSync(path), "before");
  },
);

Deno.test(
  "writeWhole() leaves everything as it was where it is stopped",
  files,
  async () => {
    using folder = temporaryFolder();
    const path = folder.file("a.txt", "before");
    const controller = new AbortController();
    function* stopping(): Generator<string> {
      for (let i = 0; i < 1000; i++) {
        if (i === 10) controller.abort();
        yield "x";
      }
    }
    const { signal } = controller;
    await assertRejects(
      () => writeWhole(path, stopping(), { signal }),
      DOMException,
      "aborted",
    );
    assertEquals(folder.names(), ["a.txt"]);
    assertEquals(Deno.readTextFileSync(path), "before");
    await writeWhole(path, "after", { signal }); // a text is written to its end
    assertEquals(Deno.readTextFileSync(path), "after");
  },
);

const processes = needs("run", "read", "write");
const module = new URL("scripts/cli/write_whole.ts", CHECKOUT).href;

Deno.test(
  "writeWhole() leaves nothing half-written where the process ends itself",
  processes,
  async () => {
    using folder = temporaryFolder();
    const main = folder.file(
      "main.ts",
      `import { writeWhole } from "${module}";
     async function* pieces() {
       yield "half";
       yield "more";
       Deno.exit(7);
     }
     await writeWhole("out/a.txt", pieces());`,
    );
    const flags = ["--allow-read=out", "--allow-write=out", "--no-prompt"];
    const { code, stderr } = await runDeno(["run", ...flags, main], {
      cwd: folder.path,
    });
    assertEquals([code, stderr], [7, ""]);
    assertEquals([...Deno.readDirSync(`${folder.path}out`)], []);
  },
);

Deno.test(
  "writeWhole() leaves nothing half-written where a signal ends the process",
  {
    ignore: processes.ignore || Deno.build.os === "windows", // no such signals
  },
  async () => {
    using folder = temporaryFolder();
    const main = folder.file(
      "main.ts",
      `import { writeWhole } from "${module}";
     async function* pieces() {
       yield "half";
       await new Promise((go) => setTimeout(go, 50));
       Deno.kill(Deno.pid, "SIGINT");
       await new Promise((go) => setTimeout(go, 20_000));
       yield "more";
     }
     await writeWhole("out/a.txt", pieces());`,
    );
    const flags = ["--allow-read=out", "--allow-write=out", "--allow-run"];
    const { code, stderr } = await runDeno(
      ["run", ...flags, "--no-prompt", main],
      { cwd: folder.path },
    );
    assertEquals([code, stderr], [130, ""]);
    assertEquals([...Deno.readDirSync(`${folder.path}out`)], []);
  },
);

Deno.test(
  "requireWritable() names the permissions that are missing",
  processes,
  async () => {
    using folder = temporaryFolder();
    const main = folder.file(
      "main.ts",
      `import { requireWritable, writeWhole } from "${module}";
     for (const f of [requireWritable, writeWhole]) {
       for (const path of ["out/a.txt", "a.txt"]) {
         try {
           await f(path, "x");
           console.log("fine");
         } catch (error) {
           console.log(error.name, error.message);
         }
       }
     }`,
    );
    const run = async (...flags: string[]): Promise<string[]> =>
      (await runDeno(["run", "--no-prompt", ...flags, main], {
        cwd: folder.path,
      })).stdout.trim().split("\n");
    const missing = (path: string, flags: string): string =>
      `NotCapable Cannot write ${path}: its folder may not be used, ${flags} is needed`;
    const none = [
      missing("out/a.txt", "--allow-read=out/ --allow-write=out/"),
      missing("a.txt", "--allow-read=. --allow-write=."),
    ];
    assertEquals(await run(), [...none, ...none]);
    assertEquals(
      (await run("--allow-write=out"))[2],
      missing(
        "out/a.txt",
        "--allow-read=out/",
      ),
    );
    assertEquals(folder.names(), ["main.ts"]);
    assertEquals(
      (await run("--allow-read=out", "--allow-write=out"))[2],
      "fine",
    );
  },
);

Deno.test(
  "requireWritable() asks for nothing and changes nothing",
  files,
  () => {
    using folder = temporaryFolder();
    requireWritable(`${folder.path}none/a.txt`);
    assert(!folder.names().includes("none"));
  },
);
