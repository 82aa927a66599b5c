import { assert, assertEquals, assertMatch } from "@std/assert";
import { createHash } from "node:crypto";
import { CHECKOUT, copyOf } from "../../_support/checkout.ts";
import { type Ended, runDeno } from "../../_support/deno_process.ts";
import { needs } from "../../_support/permission.ts";
import config from "../../../deno.json" with { type: "json" };

const needed = needs("run", "read", "write", "net");
const CLOSED = "http://127.0.0.1:1/"; // nobody listens there

function freshProject(): URL {
  return copyOf("deno.json", "scripts/dev/std.ts", "scripts/dev/npm_std");
}

function runStd(
  project: URL,
  registry: string,
  env: Record<string, string> = {},
): Promise<Ended> {
  return runDeno(["task", "--quiet", "std"], {
    cwd: project,
    env: { JSR_URL: registry, ...env },
  });
}

/**
 * Paths, texts and times of every file below a folder; empty if there is none.
 */
function contentOf(
  folder: URL,
): Map<string, { text: string; mtime: number | undefined }> {
  const found = new Map();
  const visit = (prefix: string): void => {
    for (
      const { name, isDirectory } of Deno.readDirSync(new URL(prefix, folder))
    ) {
      const file = new URL(prefix + name, folder);
      if (isDirectory) visit(`${prefix}${name}/`);
      else {
        const mtime = Deno.statSync(file).mtime?.getTime();
        found.set(prefix + name, { text: Deno.readTextFileSync(file), mtime });
      }
    }
  };
  try {
    visit("");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return found;
}

function textsIn(folder: URL): string[][] {
  return [...contentOf(folder)].map(([path, { text }]) => [path, text]).sort();
}

function assertStandInsLinked(project: URL): void {
  const linked = textsIn(new URL(".std/", project));
  assert(linked.length > 3);
  assertEquals(linked, textsIn(new URL("scripts/dev/npm_std/", CHECKOUT)));
}

/** Calls `use` with the address of a registry that answers as `answer` does. */
async function withRegistry(
  answer: (request: Request) => Response,
  use: (registry: string) => Promise<void>,
): Promise<void> {
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: () => {},
  }, answer);
  try {
    await use(`http://127.0.0.1:${server.addr.port}/`);
  } finally {
    await server.shutdown();
  }
}

const described = (): Response => Response.json({ manifest: {}, exports: {} });

Deno.test(
  "std puts the stand-ins where no host answers, and says so in one line",
  needed,
  async () => {
    const project = freshProject();
    const { code, stdout, stderr } = await runStd(project, CLOSED);
    assertEquals([code, stdout], [0, ""]);
    assertMatch(
      stderr,
      /^.* \/ JSR \(http:\/\/127\.0\.0\.1:1\/\) is out of reach: .*npm_std.*\n$/,
    );
    assertStandInsLinked(project);
  },
);

Deno.test(
  "std writes and says nothing where the stand-ins are in place",
  needed,
  async () => {
    const project = freshProject();
    await runStd(project, CLOSED);
    const before = contentOf(project);
    assertEquals(await runStd(project, CLOSED), {
      code: 0,
      stdout: "",
      stderr: "",
    });
    assertEquals(contentOf(project), before);
  },
);

Deno.test("std replaces a stand-in that is out of date", needed, async () => {
  const project = freshProject();
  await runStd(project, CLOSED);
  Deno.writeTextFileSync(
    new URL(".std/assert/mod.ts", project),
    "export {};\n",
  );
  await runStd(project, CLOSED);
  assertStandInsLinked(project);
});

Deno.test("std may run several times at once", needed, async () => {
  const project = freshProject();
  const runs = await Promise.all(
    Array.from({ length: 6 }, () => runStd(project, CLOSED)),
  );
  assertEquals(runs.map(({ code }) => code), [0, 0, 0, 0, 0, 0]);
  assertStandInsLinked(project);
});

Deno.test(
  "std leaves everything to a registry that describes the pinned versions",
  needed,
  async () => {
    const asked: string[] = [];
    const answer = (request: Request): Response => {
      asked.push(new URL(request.url).pathname);
      return described();
    };
    await withRegistry(answer, async (registry) => {
      const project = freshProject();
      assertEquals(await runStd(project, registry), {
        code: 0,
        stdout: "",
        stderr: "",
      });
      assertEquals(textsIn(new URL(".std/", project)), []);
    });
    const pinned = Object.values(config.imports)
      .filter((specifier) => specifier.startsWith("jsr:"))
      .map((specifier) =>
        specifier.replace("jsr:", "/").replace(/@([\d.]+)$/, "/$1_meta.json")
      );
    assertEquals(asked, pinned);
  },
);

/** A registry with nothing but `@std/cli`, which is one short module. */
function servesCli(request: Request): Response {
  const [version] = config.imports["@std/cli"].match(/[\d.]+$/)!;
  const source = "export const real = true;";
  const { pathname } = new URL(request.url);
  if (pathname.endsWith("/meta.json")) {
    return Response.json({ scope: "std", versions: { [version]: {} } });
  }
  if (!pathname.endsWith("_meta.json")) return new Response(source);
  const checksum = createHash("sha256").update(source).digest("hex");
  return Response.json({
    manifest: {
      "/mod.ts": { size: source.length, checksum: `sha256-${checksum}` },
    },
    exports: { "./unicode-width": "./mod.ts" },
  });
}

Deno.test(
  "std leaves everything to what Deno has kept, where no host answers any more",
  needed,
  async () => {
    const project = freshProject();
    const cache = Deno.makeTempDirSync();
    const source =
      'import { real } from "@std/cli/unicode-width"; console.log(real);';
    Deno.writeTextFileSync(new URL("main.ts", project), source);
    const env = { DENO_DIR: cache };
    let address = "";
    await withRegistry(servesCli, async (registry) => {
      address = registry;
      const run = await runDeno(["run", "main.ts"], {
        cwd: project,
        env: { JSR_URL: registry, ...env },
      });
      assertEquals(run, { code: 0, stdout: "true\n", stderr: "" });
    });
    const nothing = { code: 0, stdout: "", stderr: "" };
    assertEquals(await runStd(project, address, env), nothing);
    assertEquals(textsIn(new URL(".std/", project)), []);
    // With an empty cache there is nothing to leave it to.
    await runStd(project, address, { DENO_DIR: `${cache}/empty` });
    assertStandInsLinked(project);
  },
);

Deno.test(
  "std takes the stand-ins away once the registry answers",
  needed,
  async () => {
    await withRegistry(described, async (registry) => {
      const project = freshProject();
      await runStd(project, CLOSED);
      const { code, stderr } = await runStd(project, registry);
      assertEquals(code, 0);
      assertMatch(stderr, /^.* \/ JSR answers.*\n$/);
      assertEquals(textsIn(new URL(".std/", project)), []);
    });
  },
);

Deno.test(
  "std is not taken in by a page that answers everything",
  needed,
  async () => {
    const answers = [
      () =>
        new Response("<html>Log in</html>", {
          headers: { "content-type": "text/html" },
        }),
      () => Response.json({ error: "not found" }),
      () => Response.json(null),
      () => Response.json({ exports: {} }, { status: 404 }),
    ];
    for (const answer of answers) {
      await withRegistry(answer, async (registry) => {
        const project = freshProject();
        const { code, stderr } = await runStd(project, registry);
        assertEquals(code, 0);
        assertMatch(stderr, /answers, but its answer is not a package/);
        assertStandInsLinked(project);
      });
    }
  },
);

Deno.test(
  "std does not wait for a host that accepts and never answers",
  needed,
  async () => {
    const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
    const accepted: Deno.Conn[] = [];
    const accepting = (async () => {
      for await (const connection of listener) accepted.push(connection);
    })();
    try {
      const project = freshProject();
      const { code, stderr } = await runStd(
        project,
        `http://127.0.0.1:${listener.addr.port}/`,
      );
      assertEquals(code, 0);
      assertMatch(stderr, /is silent for 3 seconds/);
      assertStandInsLinked(project);
      assert(accepted.length > 0);
    } finally {
      listener.close();
      await accepting;
      for (const connection of accepted) connection.close();
    }
  },
);

Deno.test(
  "std does not wait for a host that never ends its answer",
  needed,
  async () => {
    const endless = (): Response =>
      new Response(new ReadableStream({ pull: () => new Promise(() => {}) }));
    await withRegistry(endless, async (registry) => {
      const project = freshProject();
      const { code, stderr } = await runStd(project, registry);
      assertEquals(code, 0);
      assertMatch(stderr, /is silent for 3 seconds/);
      assertStandInsLinked(project);
    });
  },
);

Deno.test("std makes @std/assert work without a registry", needed, async () => {
  const project = freshProject();
  await runStd(project, CLOSED);
  const source =
    'import { assertEquals } from "@std/assert"; assertEquals(1, 1); console.log("fine");';
  Deno.writeTextFileSync(new URL("main.ts", project), source);
  const ran = await runDeno(["run", "--no-prompt", "main.ts"], {
    cwd: project,
    env: { JSR_URL: CLOSED },
  });
  assertEquals([ran.code, ran.stdout], [0, "fine\n"]);
});
