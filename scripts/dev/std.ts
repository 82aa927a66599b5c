/**
 * Sees to it that the `@std` packages of `deno.json` can be had: from JSR where
 * it answers or has answered before, else from the stand-ins in
 * `scripts/dev/npm_std`, which need only npm. `deno.json` links every package
 * that lies in `.std`; where `.std` is empty or missing, Deno takes them from
 * JSR, or from its cache. The public tasks depend on this one.
 *
 * Permissions: `--allow-env=JSR_URL` (Deno's own variable for another
 * registry), `--allow-net=jsr.io,127.0.0.1`, `--allow-import=jsr.io,127.0.0.1`,
 * `--allow-read=scripts/dev/npm_std,.std`, `--allow-write=.std`. With
 * `--cached-only` it looks into Deno's cache and fetches nothing.
 */
import config from "../../deno.json" with { type: "json" };

const PATIENCE_MS = 3000;
const STAND_INS = new URL("./npm_std/", import.meta.url);
const LINKED = new URL("../../.std/", import.meta.url);

/** The page that describes each pinned version of `@std`, at that registry. */
function metaUrls(registry: string): URL[] {
  const paths = Object.values(config.imports).flatMap((specifier) =>
    specifier.match(/^jsr:(@std\/[^@/]+)@([^/]+)$/)?.slice(1).join("/") ?? []
  );
  return paths.map((path) => new URL(`${path}_meta.json`, registry));
}

/**
 * Why JSR cannot be used, or `undefined` if it can. Neither a host that accepts
 * and never answers nor a login page that answers everything is JSR.
 */
async function whyNot(registry: string): Promise<string | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    for (const url of metaUrls(registry)) {
      const response = await fetch(url, { signal });
      const meta: unknown = await response.json();
      if (!response.ok || !Object.hasOwn(Object(meta), "exports")) {
        return "its answer is not a package";
      }
    }
  } catch (error) {
    // Another registry than the two hosts this task may ask: whoever set
    // JSR_URL to it vouches for it.
    if (error instanceof Deno.errors.NotCapable) return undefined;
    if (signal.aborted) return `silent for ${PATIENCE_MS / 1000} seconds`;
    if (error instanceof SyntaxError) return "its answer is not a package";
    return "out of reach";
  }
}

function areStandInsThere(): boolean {
  return ifFound(() => Deno.statSync(LINKED)) !== undefined;
}

/**
 * Whether Deno has kept what every command uses of `@std`: then it is used
 * without JSR, as everything is that was fetched once. Where the stand-ins are
 * linked this would find them.
 */
async function isCached(): Promise<boolean> {
  const used = `${config.imports["@std/cli"]}/unicode-width`;
  try {
    await import(used);
    return true;
  } catch {
    return false;
  }
}

function* filesBelow(folder: URL, prefix = ""): Generator<string> {
  for (
    const { name, isDirectory } of Deno.readDirSync(new URL(prefix, folder))
  ) {
    if (isDirectory) yield* filesBelow(folder, `${prefix}${name}/`);
    else yield prefix + name;
  }
}

/**
 * What `read` returns, or `undefined` where there is no such file or folder.
 */
function ifFound<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/**
 * Copies what differs, and says whether anything did. Several tasks may do this
 * at once: each file appears whole, by a rename, and a package's `deno.json`
 * comes last, because a folder without one is no package yet.
 */
function putStandIns(): boolean {
  const isConfig = (path: string): boolean => path.endsWith("/deno.json");
  const paths = [...filesBelow(STAND_INS)]
    .sort((a, b) => Number(isConfig(a)) - Number(isConfig(b)));
  let changed = false;
  for (const path of paths) {
    const target = new URL(path, LINKED);
    const text = Deno.readTextFileSync(new URL(path, STAND_INS));
    if (text === ifFound(() => Deno.readTextFileSync(target))) continue;
    const draft = new URL(`${path}.${crypto.randomUUID()}`, LINKED);
    Deno.mkdirSync(new URL(".", target), { recursive: true });
    Deno.writeTextFileSync(draft, text);
    Deno.renameSync(draft, target);
    changed = true;
  }
  return changed;
}

/** Takes the stand-ins away, and says whether there were any. */
function removeStandIns(): boolean {
  return ifFound(() => {
    Deno.removeSync(LINKED, { recursive: true });
    return true;
  }) ?? false;
}

const registry = Deno.env.get("JSR_URL") || "https://jsr.io/";
const reason = await whyNot(registry);
if (reason === undefined) {
  if (removeStandIns()) {
    console.error(
      "JSR に届くので本来の @std を使います / JSR answers: the real @std is used",
    );
  }
} else if (areStandInsThere() || !await isCached()) {
  if (putStandIns() || reason.startsWith("silent")) {
    console.error(
      `JSR に届かないので @std の代わりに scripts/dev/npm_std を使います / JSR (${registry}) ${
        reason.startsWith("its") ? "answers, but " : "is "
      }${reason}: scripts/dev/npm_std stands in for @std`,
    );
  }
}
