/**
 * The package budget: the table in scripts/README names every npm package, who
 * loads it, its licence and its size; and there is none outside it.
 */
import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { fileOf, LANGUAGES, read } from "./_support/docs.ts";
import { isLong } from "./_support/how_many.ts";
import { tableOf } from "./_support/markdown.ts";
import type { Brought } from "./_support/package_process.ts";
import { needs } from "./_support/permission.ts";
import { filesBelow, filesIn } from "./_support/scripts.ts";
import config from "../deno.json" with { type: "json" };

/** Who loads a package, where that is no command. */
const TESTS = "deno task test",
  LONG = "deno task test:long",
  CHECK = "deno check";
/** Rooms that no command loads. */
const LOADERS: Record<string, string> = {
  "./tests/": TESTS,
  "./tests/long/": LONG,
  "./scripts/dev/": "deno task kernels",
  "./examples/book/": "examples/book/digits.ts",
  "./scripts/bench/peers/": "deno task bench:peers",
};
/** Only `deno task test:long` fetches them to look at them. */
const LARGE = [
  ...["mnist", "onnxruntime-web", "assemblyscript"],
  ...["numpy-ts", "@jax-js/jax", "ml-matrix"],
];
/** What the first command of a reader may fetch. */
const MOST_LINES = 15;

/** A package that is used somewhere. */
interface Used {
  /** `temml`. */
  readonly name: string;
  /** `npm:temml@0.13.5`. */
  readonly specifier: string;
  /** Who loads it, where no command's files tell. */
  readonly by?: string;
  /** By what name files import it. */
  readonly imported: string;
}

const bare = (text: string): string => text.replaceAll("`", "");
const nameIn = (specifier: string): string =>
  specifier.match(/^npm:(@?[^@]+)@\d[\w.-]*$/)![1]!;

/** What deno.json names: for everybody, for a room, and types. */
function configured(): Used[] {
  const used = (specifier: string, by?: string): Used => {
    const name = nameIn(specifier);
    return {
      name,
      specifier,
      imported: name,
      ...by === undefined ? {} : { by },
    };
  };
  const isNpm = (specifier: string): boolean => specifier.startsWith("npm:");
  return [
    ...Object.values(config.imports).filter(isNpm).map((one) => used(one)),
    ...Object.entries<Record<string, string>>(config.scopes).flatMap((
      [room, names],
    ) =>
      Object.values(names).filter(isNpm).map((one) => used(one, LOADERS[room]))
    ),
    ...config.compilerOptions.types.map((one) => used(one, CHECK)),
  ];
}

/** What the stand-ins for `@std` are made of. */
function inStandIns(): Used[] {
  const folder = "scripts/dev/npm_std/";
  return filesBelow(folder).flatMap((path) => {
    const standIn = `@std/${path.slice(folder.length).split("/")[0]}`;
    return [...read(path).matchAll(/"(npm:@?[^@"]+@[\d.]+)(?:\/[^"]*)?"/g)]
      .map(([, specifier]) => ({
        name: nameIn(specifier!),
        specifier: specifier!,
        imported: standIn,
        ...specifier!.includes("@types/") ? { by: CHECK } : {},
      }));
  });
}

/** Each package once, also where two rooms use it. */
const all: Used[] = [
  ...new Map(
    [...configured(), ...inStandIns()].map((used) => [used.specifier, used]),
  ).values(),
];

/** The local files that a file may come to import. */
async function graphOf(path: string): Promise<string[]> {
  const args = ["info", "--json", path];
  const { stdout } = await runDeno(args, { cwd: CHECKOUT });
  const { modules } = JSON.parse(stdout) as {
    modules: { specifier: string }[];
  };
  return modules.map(({ specifier }) => specifier)
    .filter((specifier) => specifier.startsWith(CHECKOUT.href))
    .map((specifier) => specifier.slice(CHECKOUT.href.length));
}

/** The local files that each command may come to import, its workers too. */
async function graphs(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const checker = "scripts/check/check_lesson.ts";
  const checking = await graphOf("scripts/check/worker.ts");
  for (const path of filesIn("scripts/")) {
    const files = await graphOf(path);
    if (files.includes(checker)) files.push(...checking);
    found.set(path.match(/(\w+)\.ts$/)![1]!, files);
  }
  return found;
}

/** The commands with a file that names the package. */
function loadersOf({ imported }: Used, files: Map<string, string[]>): string[] {
  const names = new RegExp(`"${imported}(/[^"]*)?"`);
  return [...files].filter(([, paths]) =>
    paths.some((path) => path.startsWith("scripts/") && names.test(read(path)))
  ).map(([command]) => command);
}

Deno.test(
  "no file imports a package by its full name, but for the stand-ins",
  needs("read"),
  () => {
    const places = ["lib/", "scripts/", "examples/", "tests/"];
    for (const path of places.flatMap(filesBelow)) {
      if (path.startsWith("scripts/dev/npm_std/")) continue;
      const imports = /^\s*(?:import|export|\} from)\b[^'`/]*"npm:.*/m;
      const [found] = read(path).match(imports) ?? [];
      assertEquals(found, undefined, path);
    }
  },
);

for (const language of LANGUAGES) {
  const page = fileOf("scripts/README", language);
  const table = (): string[][] =>
    tableOf(read(page), { en: "package", ja: "パッケージ" }[language]);

  Deno.test(
    `${page}: the table of packages has them all, and no other`,
    needs("read"),
    () => {
      assertEquals(
        table().map(([name]) => bare(name!)).sort(),
        all.map(({ name }) => name).sort(),
      );
    },
  );

  Deno.test(
    `${page}: the table of packages says which commands load each`,
    needs("run", "read"),
    async () => {
      const files = await graphs();
      for (const used of all) {
        const row = table().find(([name]) => bare(name!) === used.name)!;
        const by = used.by === undefined ? loadersOf(used, files) : [used.by];
        const told = by.length === files.size
          ? { en: "every command", ja: "すべて" }[language]
          : by.sort().join(", ");
        assertEquals(bare(row[1]!), told, used.name);
      }
    },
  );

  Deno.test(
    `${page}: the table of packages has their licences and sizes`,
    needs("run", "read"),
    async () => {
      const measured = all.filter(({ name }) =>
        isLong || !LARGE.includes(name)
      );
      const { code, stdout, stderr } = await runDeno([
        ...["run", "-A", "tests/_support/package_process.ts"],
        ...measured.map(({ specifier }) => specifier),
      ], { cwd: CHECKOUT });
      assertEquals(code, 0, stderr);
      const brought: Brought[] = JSON.parse(stdout);
      brought.forEach(({ bytes, licences }, i) => {
        const { name } = measured[i]!;
        const [, , , told, size] = table().find(([one]) =>
          bare(one!) === name
        )!;
        assertEquals(told!.split(", ").sort(), [...licences].sort(), name);
        // What it brings is not pinned, and may grow or shrink a little.
        const ratio = bytes / 1000 / Number(size);
        assert(ratio > 0.8 && ratio < 1.1, `${name}: ${bytes} bytes`);
      });
    },
  );
}

Deno.test(
  "the first run of the lesson fetches at most so many files",
  needs("run", "read"),
  async () => {
    // A task fetches what `imports` names, the lesson what its files reach: of
    // an npm package what describes it and what it holds, of JSR's every file
    // and two that describe the package.
    const common = configured().filter(({ specifier }) =>
      Object.values<string>(config.imports).includes(specifier)
    ).map(({ specifier }) => specifier);
    const lines = new Set<string>();
    for (const root of ["scripts/lesson.ts", ...common]) {
      const args = ["info", "--json", root];
      const { stdout } = await runDeno(args, { cwd: CHECKOUT });
      const { modules, npmPackages } = JSON.parse(stdout) as {
        modules: { specifier: string }[];
        npmPackages: Record<string, { name: string }>;
      };
      for (const [version, { name }] of Object.entries(npmPackages)) {
        // `deno info` counts the types that only `deno check` fetches.
        if (name.startsWith("@types/")) continue;
        lines.add(name).add(version);
      }
      for (const { specifier } of modules) {
        if (!specifier.startsWith("https://")) continue;
        const [jsrPackage = ""] = specifier.match(/^.*@std\/\w+/) ?? [];
        lines.add(specifier).add(jsrPackage).add(`${jsrPackage} version`);
      }
    }
    assert(lines.size <= MOST_LINES, [...lines].join("\n"));
    assert(lines.size >= 4, "none is counted");
  },
);

Deno.test(
  "the scorer fetches no reader of workbooks before there is one to read",
  needs("run", "read"),
  async () => {
    const args = ["info", "--json", "scripts/score.ts"];
    const { stdout } = await runDeno(args, { cwd: CHECKOUT });
    const { modules } = JSON.parse(stdout) as {
      modules: {
        dependencies?: { code?: { specifier?: string } }[];
      }[];
    };
    // Types alone are fetched by `deno check`.
    const code = modules.flatMap(({ dependencies = [] }) =>
      dependencies.map(({ code }) => code?.specifier ?? "")
    );
    const fetched = (name: string) =>
      code.some((specifier) =>
        specifier.replace(/^npm:\/?/, "").startsWith(`${name}@`)
      );
    assert(fetched("seedrandom"));
    assertEquals(fetched("read-excel-file"), false);
  },
);
