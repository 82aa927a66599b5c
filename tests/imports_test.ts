/**
 * `lib/` runs anywhere: it imports its own files and nothing else, and uses
 * nothing of its surroundings. Its files build on each other in one direction.
 */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { needs } from "./_support/permission.ts";

/**
 * The files that mod.ts exports from. A file may build on those above it and
 * those beside it, and never on one below; a new file takes its place here.
 */
const LAYERS = [
  ["matrix"],
  ["elementwise", "reduction", "linear_algebra", "rows", "format", "random"],
  ["activation", "loss"],
  ["numerical_gradient", "backpropagation"],
  ["gradient_check"],
  ["simple_net", "preprocessing", "splits", "metrics"],
  ["layer"],
  ["network", "optimizer"],
  ["training"],
  ["model"],
  ["model_text"],
];

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
  return { name: path.replace(/^lib\/|\.ts$/g, ""), code, imports };
}

function library(): Source[] {
  const files: string[] = [];
  function walk(folder: string): void {
    for (
      const { name, isDirectory } of Deno.readDirSync(new URL(folder, CHECKOUT))
    ) {
      if (isDirectory) walk(`${folder}${name}/`);
      else if (name.endsWith(".ts")) files.push(`${folder}${name}`);
    }
  }
  walk("lib/");
  assert(files.length > 15, `only ${files.length} files`);
  return files.sort().map(read);
}

/** Everything that a file reaches, itself not included unless in a circle. */
function reached(name: string, sources: Map<string, Source>): Set<string> {
  const found = new Set<string>(), waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const specifier of sources.get(next)?.imports ?? []) {
      const { pathname } = new URL(specifier, `file:///lib/${next}.ts`);
      const target = pathname.replace(/^\/lib\/|\.ts$/g, "");
      if (!found.has(target)) waiting.push(target);
      found.add(target);
    }
  }
  return found;
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
      const file = new URL(specifier, new URL(`lib/${name}.ts`, CHECKOUT));
      const inside = file.href.startsWith(new URL("lib/", CHECKOUT).href);
      assert(inside, `${name} imports ${specifier}`);
      assert(Deno.statSync(file).isFile, `${name} imports ${specifier}`);
    }
  }
});

Deno.test("mod.ts holds exports from lib/ and no logic", needs("read"), () => {
  const { code, imports } = read("mod.ts");
  assert(imports.length > 5);
  for (const specifier of imports) assert(/^\.\/lib\/\w+\.ts$/.test(specifier));
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
    const forbidden = [
      ...["Deno", "process", "Bun", "Node", "require", "globalThis", "window"],
      ...["self", "document", "navigator", "performance", "Date", "Temporal"],
      ...["setTimeout", "setInterval", "queueMicrotask", "crypto", "console"],
      ...["fetch", "WebSocket", "Worker", "localStorage", "eval", "Function"],
      ...["prompt", "alert", "confirm"],
    ];
    for (const { name, code } of library()) {
      // Texts may name anything; what stands in a template's ${} is code.
      const bare = code.replace(
        /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g,
        '""',
      );
      for (const word of forbidden) {
        const use = new RegExp(`(?<![\\w$.])${word}\\b(?!\\s*:)`);
        const [found] = use.exec(bare) ?? [];
        assertEquals(found, undefined, `lib/${name}.ts uses ${word}`);
      }
      assertEquals(
        /Math\s*\.\s*random|\bimport\.meta\b/.exec(bare),
        null,
        name,
      );
    }
  },
);

Deno.test("lib/ has no circular imports", needs("read"), () => {
  const sources = new Map(library().map((source) => [source.name, source]));
  for (const name of sources.keys()) {
    const circle = reached(name, sources).has(name);
    assertEquals(circle, false, `lib/${name}.ts imports itself in a circle`);
  }
});

Deno.test("lib/ builds on files above and never below", needs("read"), () => {
  const sources = new Map(library().map((source) => [source.name, source]));
  const layerOf = new Map(
    LAYERS.flatMap((names, layer) => names.map((name) => [name, layer])),
  );
  const open = [...sources.keys()].filter((name) => !/(^|\/)_/.test(name));
  assertEquals(open.sort(), LAYERS.flat().sort(), "the files in LAYERS");
  for (const name of open) {
    for (const other of reached(name, sources)) {
      const layer = layerOf.get(other);
      if (layer === undefined) continue; // an internal file: looked through
      const downward = layer <= layerOf.get(name)!;
      assert(downward, `lib/${name}.ts builds on lib/${other}.ts below it`);
    }
  }
});
