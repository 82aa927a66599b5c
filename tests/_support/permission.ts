/**
 * Tests that need a permission say so, and are ignored where it is not granted:
 *
 * ```ts ignore
 * Deno.test("lesson.ts lists its cells", needs("run", "read"), async () => {});
 * ```
 *
 * @module
 */

/**
 * What a test may need: to start this Deno, to read the checkout, to serve on
 * the loopback, to write to the temporary folder (`Deno.makeTempDir()`).
 */
export type Need = "run" | "read" | "net" | "write";

const ROOT = new URL("../../", import.meta.url);
const told = new Set<string>();

function granted(descriptor: Deno.PermissionDescriptor): boolean {
  return Deno.permissions.querySync(descriptor).state === "granted"; // never asks
}

/** Where temporary folders are made; `undefined` where that may not be known. */
function temporaryFolder(): string | undefined {
  const names = ["TMPDIR", "TMP", "TEMP"];
  if (!names.every((variable) => granted({ name: "env", variable }))) {
    return undefined;
  }
  return names.map((name) => Deno.env.get(name)).find(Boolean);
}

function isMet(need: Need): boolean {
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
  const missing = needs.filter((need) => !isMet(need)).map((need) =>
    `--allow-${need}`
  );
  if (missing.length === 0) return { ignore: false };
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
