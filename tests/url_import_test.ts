/**
 * A script author imports mod.ts by URL, in a folder that knows nothing of this
 * project: no configuration, no import map, an empty cache.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { type Ended, runDeno } from "./_support/deno_process.ts";
import { isLong } from "./_support/how_many.ts";
import { needs } from "./_support/permission.ts";

/** Runs Deno in a folder, with an empty cache of its own. */
function deno(folder: string, ...args: string[]): Promise<Ended> {
  const env = {
    DENO_DIR: `${folder}/cache`,
    DENO_AUDIT_PERMISSIONS: `${folder}/asked.jsonl`,
  };
  return runDeno(args, { cwd: folder, env });
}

/** The processes in this folder asked for the code that is imported alone. */
async function assertAskedOnlyToImport(folder: string): Promise<void> {
  const log = await Deno.readTextFile(`${folder}/asked.jsonl`);
  const lines = log.split("\n").filter((line) => line !== "");
  assert(lines.length > 0);
  for (const line of lines) assertEquals(JSON.parse(line).permission, "import");
}

/** What is served where mod.ts is, and what was asked for. */
async function serving(
  use: (origin: string, folder: string, paths: Set<string>) => Promise<void>,
): Promise<void> {
  const paths = new Set<string>();
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const { pathname } = new URL(request.url);
      paths.add(pathname);
      try {
        const file = await Deno.readFile(new URL(`.${pathname}`, CHECKOUT));
        const type = pathname.endsWith(".wasm")
          ? "application/wasm"
          : "application/typescript";
        return new Response(file, { headers: { "content-type": type } });
      } catch {
        return new Response("not found", { status: 404 });
      }
    },
  );
  const folder = await Deno.makeTempDir();
  try {
    await use(`http://127.0.0.1:${server.addr.port}`, folder, paths);
  } finally {
    await server.shutdown();
    await Deno.remove(folder, { recursive: true });
  }
}

function assertOwnFiles(paths: Set<string>): void {
  assert(paths.has("/mod.ts") && paths.has("/lib/matrix/matrix.ts"));
  for (const path of paths) {
    assert(/^\/(mod\.ts|lib\/[\w/]+\.(ts|wasm|json))$/.test(path), path);
  }
}

const script = (origin: string) => `
import { Matrix, matrix, numericalGradient, SimpleNet } from "${origin}/mod.ts";

const x = matrix([2, 3]), t = matrix([0, 0, 1]);
const net = new SimpleNet(matrix([
  [1.72265811, 0.68672941, 1.10772301],
  [0.60344169, 0.60322389, -0.3536039],
]));
const loss: Matrix = net.loss(x, t);
console.log(net.predict(x));
console.log(loss.item());
const dW = numericalGradient((W) => new SimpleNet(W).loss(x, t), net.W);
console.log(dW.at(0, 0).toFixed(6));
`;

Deno.test(
  "mod.ts is imported by URL with nothing but --allow-import",
  needs("run", "net", "read", "write"),
  async () => {
    await serving(async (origin, folder, paths) => {
      await Deno.writeTextFile(`${folder}/script.ts`, script(origin));
      const allow = `--allow-import=${new URL(origin).host}`;
      const run = await deno(
        folder,
        ...["run", "--no-prompt", "--no-config", allow, "script.ts"],
      );
      assertEquals(
        run.stdout,
        "array([[5.25564129, 3.18313049, 1.15463432]])\n" +
          "4.234160470269188\n1.750661\n",
        run.stderr,
      );
      assertEquals(run.code, 0);
      assertOwnFiles(paths);
      await assertAskedOnlyToImport(folder);
    });
  },
);

// Checking types takes longest.
if (isLong) {
  Deno.test(
    "mod.ts has its types when it is imported by URL",
    needs("run", "net", "read", "write"),
    async () => {
      await serving(async (origin, folder) => {
        const allow = `--allow-import=${new URL(origin).host}`;
        const check = (name: string) =>
          deno(folder, "check", "--no-config", allow, name);
        await Deno.writeTextFile(`${folder}/right.ts`, script(origin));
        const right = await check("right.ts");
        assertEquals(right.code, 0, right.stderr);
        await Deno.writeTextFile(
          `${folder}/wrong.ts`,
          `import { softmax } from "${origin}/mod.ts";\nsoftmax("1, 2");\n`,
        );
        const wrong = await check("wrong.ts");
        assertEquals(wrong.code, 1);
        assertStringIncludes(wrong.stderr, "'MatrixLike'");
      });
    },
  );
}

Deno.test(
  "mod.ts by URL as the entry point needs no permission and says nothing",
  needs("run", "net", "read", "write"),
  async () => {
    await serving(async (origin, folder, paths) => {
      const run = await deno(
        folder,
        ...["run", "--quiet", "--no-prompt", "--no-config", `${origin}/mod.ts`],
      );
      assertEquals(run, { code: 0, stdout: "", stderr: "" });
      assertOwnFiles(paths);
      await assertAskedOnlyToImport(folder);
    });
  },
);
