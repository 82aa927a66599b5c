/**
 * `lib/` runs anywhere: it imports its own files and nothing else, and uses
 * nothing of its surroundings. Its files build on each other in one direction.
 */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { needs } from "./_support/permission.ts";
import { filesBelow } from "./_support/scripts.ts";

/** The rooms of the library, each with those that it may build on. */
const LIBRARY: Rooms = {
  elementary: [],
  matrix: [],
  kernels: ["matrix", "elementary"],
  formula: ["matrix", "elementary", "kernels"],
  gradient: ["matrix", "formula", "random", "elementary"],
  random: ["matrix", "elementary"],
  learning: [
    "matrix",
    "formula",
    "gradient",
    "random",
    "elementary",
    "kernels",
  ],
};

const ground = ["cli", "table", "figures"];
/** The rooms of the scripts: the ground, what is known, who tells it. */
const SCRIPTS: Rooms = {
  cli: [],
  table: ["cli"],
  figures: ["cli"],
  lesson: ground,
  exercise: ground,
  exercises: ["exercise"],
  score: [...ground, "text", "workbook", "numpy_files", "zip"],
  bench: ground,
  grade: [...ground, "exercise", "exercises", "workbook", "zip"],
  check: [...ground, "lesson"],
  terminal: [...ground, "lesson", "check"],
  page: [...ground, "lesson", "check", "exercise"],
  notebook: [...ground, "lesson", "check"],
  cells: ["cli", "lesson", "terminal"],
  text: ["cli"],
  zip: [],
  workbook: ["cli", "table", "zip"],
  numpy_files: ["zip"],
  // The docs are told what the commands declare.
  dev: ["cli", "cells", "terminal", "page", "notebook", "score", "grade"]
    .concat("bench", "exercise"),
};

type Rooms = Readonly<Record<string, readonly string[]>>;

interface Source {
  readonly name: string;
  /** The text without comments. */
  readonly code: string;
  /** What it imports, types too. */
  readonly imports: string[];
}

/** Code without comments; texts and templates stay as they are. */
function withoutComments(text: string): string {
  const parts =
    /\/\*[^]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
  return text.replace(parts, (part) => part.startsWith("/") ? " " : part);
}

function read(path: string): Source {
  const code = withoutComments(Deno.readTextFileSync(new URL(path, CHECKOUT)));
  const imports = [
    ...code.matchAll(/\b(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/g),
    ...code.matchAll(/\bimport\s*["']([^"']+)["']/g),
    ...code.matchAll(/\bimport\s*\(([^)]*)\)/g),
  ].map(([, specifier]) => specifier!);
  return { name: path.replace(/\.ts$/, ""), code, imports };
}

function library(): Source[] {
  const files = filesBelow("lib/");
  assert(files.length > 15, `only ${files.length} files`);
  return files.map(read);
}

/** Whether a file imports itself in a circle, itself or by way of others. */
function isInCircle(name: string, sources: Map<string, Source>): boolean {
  const found = new Set<string>(), waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const specifier of sources.get(next)?.imports ?? []) {
      const { pathname } = new URL(specifier, `file:///${next}.ts`);
      const target = pathname.replace(/^\/|\.ts$/g, "");
      if (target === name) return true;
      if (!found.has(target)) waiting.push(target);
      found.add(target);
    }
  }
  return false;
}

/**
 * Requires that the files of rooms build on those rooms alone that they may.
 */
function assertRooms(folder: string, rooms: Rooms): void {
  for (const { name, imports } of filesBelow(`${folder}/`).map(read)) {
    const [, room] = name.split("/");
    if (name.split("/").length === 2) continue; // a command: it may use all
    assert(room! in rooms, `${name} is in a room of its own`);
    for (const specifier of imports.filter((path) => path.startsWith("."))) {
      const { pathname } = new URL(specifier, `file:///${name}.ts`);
      const [, top, other] = pathname.split("/");
      if (top !== folder) continue;
      const allowed = other === room || rooms[room!]!.includes(other!);
      assert(allowed, `${name} reaches into ${folder}/${other}`);
    }
  }
}

Deno.test("withoutComments() leaves code and texts, and takes comments away", () => {
  assertEquals(
    withoutComments('a; // Deno.x\n/* b\n */ "//c" `/*d*/` \'"/\' /** e */ f'),
    'a;  \n  "//c" `/*d*/` \'"/\'   f',
  );
});

Deno.test("lib/ imports its own files and nothing else", needs("read"), () => {
  for (const { name, imports } of library()) {
    for (const specifier of imports) {
      assert(
        /^\.\.?\/[\w/.-]+\.(ts|wasm|json)$/.test(specifier),
        `${name} imports ${specifier}`,
      );
      const file = new URL(specifier, new URL(`${name}.ts`, CHECKOUT));
      const inside = file.href.startsWith(new URL("lib/", CHECKOUT).href);
      assert(inside, `${name} imports ${specifier}`);
      assert(Deno.statSync(file).isFile, `${name} imports ${specifier}`);
    }
  }
});

Deno.test("mod.ts holds exports from lib/ and no logic", needs("read"), () => {
  const { code, imports } = read("mod.ts");
  assert(imports.length > 5);
  for (const specifier of imports) {
    assert(/^\.\/lib\/\w+\/\w+\.ts$/.test(specifier));
  }
  const rest = code.replace(/export (type )?\{[^}]*\} from "[^"]+";/g, "");
  assertEquals(rest.trim(), "");
  // Types may come from anywhere, functions from files that are no internals.
  const values = code.matchAll(/export \{[^}]*\} from "([^"]+)";/g);
  for (const [, specifier] of values) {
    assert(!specifier!.includes("/_"), `mod.ts exports from ${specifier}`);
  }
});

Deno.test(
  "lib/ uses no clock, no environment, no chance and no global",
  needs("read"),
  () => {
    const forbidden = Object.values({
      runtimes: "Deno process Bun Node require globalThis window self",
      surroundings: "document navigator localStorage prompt alert confirm",
      clocks: "performance Date Temporal",
      later: "setTimeout setInterval queueMicrotask Worker",
      network: "fetch WebSocket",
      rest: "crypto console eval Function",
    }).join(" ").split(" ");
    for (const { name, code } of library()) {
      // Texts may name anything; what stands in a template's ${} is code.
      const bare = code.replace(
        /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
        '""',
      );
      for (const word of forbidden) {
        const use = new RegExp(`(?<![\\w$.])${word}\\b(?!\\s*:)`);
        const [found] = use.exec(bare) ?? [];
        assertEquals(found, undefined, `${name}.ts uses ${word}`);
      }
      assertEquals(
        /Math\s*\.\s*random|\bimport\.meta\b/.exec(bare),
        null,
        name,
      );
    }
  },
);

Deno.test(
  "lib/ asks no engine for what engines round in ways of their own",
  needs("read"),
  () => {
    const own = "exp|expm1|log|log1p|log2|log10|pow|sinh?|cosh?|tanh?|asinh?" +
      "|acosh?|atanh?|atan2|cbrt|hypot";
    for (const { name, code } of library()) {
      const [found] = new RegExp(`Math\\s*\\.\\s*(?:${own})\\b`).exec(code) ??
        [];
      assertEquals(found, undefined, `${name}.ts uses ${found}`);
      // Whole powers of two are exact everywhere.
      const texts = /"(?:\\.|[^"\\\n])*"/g;
      const [power] =
        /(?:^|[^*])(?<!\b2n? )\*\*/m.exec(code.replace(texts, "")) ?? [];
      assertEquals(power, undefined, `${name}.ts has a power`);
    }
  },
);

Deno.test("lib/ exports nothing that changes", needs("read"), () => {
  for (const { name, code } of library()) {
    const [found] = /\bexport\s+(let|var)\b/.exec(code) ?? [];
    assertEquals(found, undefined, `${name}.ts has ${found}`);
    // `export { x }` of a `let x` would be the same.
    for (
      const [, names] of code.matchAll(/\bexport\s*\{([^}]*)\}(?!\s*from)/g)
    ) {
      assertEquals(names, "", `${name}.ts exports by a list`);
    }
  }
});

Deno.test("no file imports itself in a circle", needs("read"), () => {
  const all = [...filesBelow("lib/"), ...filesBelow("scripts/")].map(read);
  const sources = new Map(all.map((source) => [source.name, source]));
  for (const name of sources.keys()) {
    assert(!isInCircle(name, sources), `${name}.ts imports itself`);
  }
});

Deno.test("lib/ builds in one direction, room on room", needs("read"), () => {
  assertRooms("lib", LIBRARY);
});

Deno.test(
  "scripts/ build in one direction, room on room",
  needs("read"),
  () => {
    assertRooms("scripts", SCRIPTS);
  },
);

Deno.test("scripts/ use the library through kobai alone", needs("read"), () => {
  for (const path of filesBelow("scripts/")) {
    for (const specifier of read(path).imports) {
      const { pathname } = new URL(specifier, `file:///${path}`);
      // Beside the exercises "kobai" is less than the kit.
      if (path === "scripts/exercise/self_bench.ts") continue;
      assert(!/^\/lib\/|^\/mod\.ts$/.test(pathname), `${path}: ${specifier}`);
    }
  }
});
