/**
 * Tests that need a permission say so, and are ignored where it is not granted:
 *
 * ```ts ignore
 * Deno.test("lesson.ts lists its cells", needs("run", "read"), async () => {});
 * ```
 *
 * Some need a program too, which not every machine has. Their names end with
 * it, so that `deno task test` knows that they may be ignored where it is
 * missing:
 *
 * ```ts ignore
 * const needed = needs("run", "read", "chromium");
 * Deno.test("the page opens [chromium]", needed, async () => {});
 * ```
 *
 * @module
 */

/**
 * What a test may need: to start this Deno, to read the checkout, to serve on
 * the loopback, to write to the temporary folder (`Deno.makeTempDir()`).
 */
export type Need = "run" | "read" | "net" | "write" | Program;

/**
 * A program that not every machine has: browsers, what runs notebooks, Python
 * with NumPy, what draws SVG, a wall around a process, Node, and the fonts that
 * pictures are measured by.
 */
export type Program = typeof PROGRAMS[number];

const PROGRAMS = [
  ...["chromium", "firefox", "nbclient", "numpy", "rsvg"] as const,
  ...["bwrap", "node", "fonts"] as const,
];

const ROOT = new URL("../../", import.meta.url);
const told = new Set<string>();

function granted(descriptor: Deno.PermissionDescriptor): boolean {
  // never asks
  return Deno.permissions.querySync(descriptor).state === "granted";
}

function isProgram(need: Need): need is Program {
  return PROGRAMS.includes(need as Program);
}

/**
 * Where temporary folders are made; `undefined` where that may not be known.
 */
function temporaryFolder(): string | undefined {
  const names = ["TMPDIR", "TMP", "TEMP"];
  if (!names.every((variable) => granted({ name: "env", variable }))) {
    return undefined;
  }
  return names.map((name) => Deno.env.get(name)).find(Boolean);
}

const found = new Map<Program, string>();

/**
 * Where a program is.
 *
 * @param program The program.
 * @returns Its path or command; an empty text if it is missing or may not be
 * looked for.
 */
export function programPath(program: Program): string {
  let path = found.get(program);
  if (path === undefined) {
    path = "";
    if (isMet("run") && isMet("read")) {
      const script = new URL("find_program.ts", import.meta.url).href;
      const { stdout } = new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "--no-config",
          "--no-prompt",
          "--allow-run",
          script,
          program,
        ],
      }).outputSync();
      path = new TextDecoder().decode(stdout).trim();
    }
    found.set(program, path);
  }
  return path;
}

function isMet(need: Need): boolean {
  if (isProgram(need)) return programPath(need) !== "";
  switch (need) {
    case "run":
      return granted({ name: "run", command: Deno.execPath() });
    case "read":
      return granted({ name: "read", path: ROOT });
    case "net":
      return granted({ name: "net", host: "127.0.0.1" });
    case "write": {
      const path = temporaryFolder();
      return granted(
        path === undefined ? { name: "write" } : { name: "write", path },
      ) &&
        granted(path === undefined ? { name: "read" } : { name: "read", path });
    }
  }
}

/**
 * The options of a test with these needs. Where one is not met, the test is
 * ignored, and one message for each file and set of needs says so.
 *
 * @param needs What the test needs.
 * @returns Options for `Deno.test`.
 */
export function needs(...needs: [Need, ...Need[]]): { ignore: boolean } {
  const unmet = needs.filter((need) => !isMet(need));
  const programs = unmet.filter(isProgram);
  // Without permission to look for a program nobody knows whether it is
  // missing.
  const missing = programs.length < unmet.length
    ? unmet.filter((need) => !isProgram(need)).map((need) => `--allow-${need}`)
    : [];
  if (unmet.length === 0) return { ignore: false };
  if (missing.length === 0) {
    const list = programs.join(" ");
    if (!told.has(list)) {
      told.add(list);
      console.warn(
        `Tests that need ${list} are ignored here: it is not installed ` +
          `(${list} がないので、それを使うテストは飛ばしました)`,
      );
    }
    return { ignore: true };
  }
  const list = missing.join(" ");
  if (!told.has(list)) {
    told.add(list);
    console.warn(
      `Tests that need ${list} are ignored here; \`deno task test\` runs them ` +
        `(権限が要るテストは飛ばしました)`,
    );
  }
  return { ignore: true };
}
