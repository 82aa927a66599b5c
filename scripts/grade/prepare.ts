/** Getting a sandbox ready: a folder with what submissions run on. */
import { builtinModules } from "node:module";
import { limitedCommand, limitingShell, type Shell } from "./limits.ts";
import { removeFolder } from "./remove_folder.ts";
import { behindWall } from "./second_wall.ts";
import { encodeRequest, newKeys } from "./sandbox/request.ts";

/** What submissions are run with. */
export interface Sandbox extends AsyncDisposable {
  /** A temporary folder. */
  readonly folder: string;
  /** What must be in it: names and contents. */
  readonly files: readonly (readonly [string, Uint8Array])[];
  /**
   * The shell that sets limits before it becomes Deno; undefined where there is
   * none.
   */
  readonly shell: Shell | undefined;
  /** Whether submissions run behind a second wall. */
  readonly hasWall: boolean;
  /**
   * What Deno found out about our own files, to be put into each fresh cache:
   * names and contents.
   */
  readonly cache: readonly (readonly [string, Uint8Array])[];
}

/** What runs a submission. */
const ourFiles = ["harness.js", "import_map.json", "kobai.js"];

/** What submissions call "kobai". */
export const KOBAI: URL = new URL(
  "../../examples/exercises/kobai.ts",
  import.meta.url,
);
const HARNESS = new URL("sandbox/harness.ts", import.meta.url);

/**
 * Makes a sandbox. The kit's values and arithmetic become one module without
 * anything else of the kit in it. The harness has loaded it before a submission
 * comes: so that may read no file at all, and still import "kobai".
 */
export async function prepareSandbox(): Promise<Sandbox> {
  const folder = await Deno.realPath(await Deno.makeTempDir());
  const remove = () => removeFolder(folder);
  try {
    const map = { imports: { ...withoutNode(), kobai: "./kobai.js" } };
    await Promise.all([
      bundle(KOBAI, `${folder}/kobai.js`),
      bundle(HARNESS, `${folder}/harness.js`, "--external", "kobai"),
      Deno.writeTextFile(`${folder}/import_map.json`, JSON.stringify(map)),
    ]);
    await Deno.mkdir(`${folder}/runs`);
    const shell = await limitingShell();
    const files = await readFiles(folder, ourFiles);
    const tried = shell === undefined
      ? await tryOut({ folder, shell, hasWall: false })
      : await tryOut({ folder, shell, hasWall: true })
        .catch(() => tryOut({ folder, shell, hasWall: false }));
    return { ...tried, files, [Symbol.asyncDispose]: remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Node's modules are there without any permission, and with them heap
 * snapshots, and pipes made of any file descriptor. This keeps out most of
 * them; that a submission imports "kobai" or nothing keeps out the others.
 */
function withoutNode(): Record<string, string> {
  const nothing = "data:text/javascript,throw new Error('node: is not here')";
  return Object.fromEntries(
    builtinModules.map((
      name,
    ) => [`node:${name.replace(/^node:/, "")}`, nothing]),
  );
}

/** Files of a folder, with their names. */
function readFiles(
  folder: string,
  names: readonly string[],
): Promise<[string, Uint8Array][]> {
  return Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [
      name,
      await Deno.readFile(`${folder}/${name}`),
    ]),
  );
}

async function bundle(
  entry: URL,
  output: string,
  ...flags: string[]
): Promise<void> {
  const command = new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--minify",
      "--no-config",
      "--no-lock",
      ...flags,
      "--output",
      output,
      entry.href,
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
    env: { NO_COLOR: "1" },
  });
  const { success, stderr } = await command.output();
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim());
}

const v8Flags = [
  "--max-old-space-size=64", // megabytes
  // A text that is run could import what a submission must not.
  "--disallow-code-generation-from-strings",
  // So little is computed that to compile it takes longer.
  "--no-opt",
  "--no-maglev",
  "--no-sparkplug",
  // Nor is there much to clear away.
  "--min-semi-space-size=4", // megabytes
  "--single-threaded-gc",
];

/**
 * Deno's own files stay far below; whatever else should be written takes some
 * MB so, and no more.
 */
const files = { longest: 2000, most: 64 };

/** What processes for submissions stand on. */
type Ground = Pick<Sandbox, "folder" | "shell" | "hasWall">;

/**
 * The command that runs a submission, which is yet to be written to its
 * standard input.
 */
export function sandboxCommand(
  { folder, shell, hasWall }: Ground,
  cache: string,
  seconds: number,
  stderr: "null" | "piped",
): Deno.Command {
  const ours = ourFiles.map((name) => `${folder}/${name}`);
  const wall = hasWall ? behindWall(ours, cache) : [];
  return limitedCommand(shell, { seconds, files, wall }, [
    "run",
    "--no-prompt",
    "--no-config",
    "--no-lock",
    "--no-code-cache",
    "--no-remote",
    "--no-npm",
    "--cached-only",
    `--v8-flags=${v8Flags.join()}`,
    `--import-map=${folder}/import_map.json`,
    `${folder}/harness.js`,
  ], {
    cwd: cache,
    env: { DENO_DIR: cache, TMPDIR: cache },
    stdin: "piped",
    stdout: "piped",
    stderr,
  });
}

/**
 * Runs a submission in which there is nothing, and finds out what Deno then
 * keeps in its cache.
 */
async function tryOut(
  ground: Ground,
): Promise<Ground & Pick<Sandbox, "cache">> {
  const cache = `${ground.folder}/first`;
  await Deno.mkdir(cache, { recursive: true });
  const child = sandboxCommand(ground, cache, 60, "piped").spawn();
  const writer = child.stdin.getWriter();
  const { opening } = encodeRequest(newKeys(0), "", [], []);
  // Where there is no second wall, nobody reads it.
  await writer.write(opening).then(() => writer.close()).catch(() => {});
  const { stdout, stderr } = await child.output();
  const text = new TextDecoder();
  if (!text.decode(stdout).includes("\ndone ")) {
    throw new Error(`The sandbox does not start: ${text.decode(stderr)}`);
  }
  const names: string[] = [];
  for await (const { name, isFile } of Deno.readDir(cache)) {
    // without what SQLite shares between processes that run at the same time
    if (isFile && !name.endsWith("-shm")) names.push(name);
  }
  const files = await readFiles(cache, names);
  await removeFolder(cache);
  return { ...ground, cache: files };
}
