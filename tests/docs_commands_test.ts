/**
 * The pages: every block and every command in them runs and prints what they
 * say. The commands run in a fresh copy of the project, without a registry for
 * `@std`. `deno task test:long` shows in both languages what is shown in both,
 * checks types, and follows every page.
 */
import {
  assert,
  assertEquals,
  assertMatch,
  assertStringIncludes,
} from "@std/assert";
import { CHECKOUT, copyOf } from "./_support/checkout.ts";
import { runDeno } from "./_support/deno_process.ts";
import { fileOf, LANGUAGES, PAGES, read } from "./_support/docs.ts";
import { isLong } from "./_support/how_many.ts";
import { assertPrints, blocksOf, commandsOf } from "./_support/markdown.ts";
import { needs } from "./_support/permission.ts";
import { readRequest } from "../scripts/grade/command.ts";

/** Running it here would start these tests again. */
const TEST_COMMANDS = ["npx -y deno@2.9.6 task test", "deno task test"];
/** It takes ten minutes, and fetches what nobody else needs. */
const PEERS = "deno task bench:peers";

/** "An empty `deno run`" is none. */
function isFollowed(command: string): boolean {
  return !TEST_COMMANDS.includes(command) && !command.startsWith(PEERS) &&
    command !== "deno run";
}
/** Stands for wherever mod.ts is served. */
const HOST = "example.com";

/** Serves mod.ts and lib/ while `use` runs. */
async function serving(use: (host: string) => Promise<void>): Promise<void> {
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const path = new URL(request.url).pathname.replace("/kobai/", "");
      assertMatch(path, /^(mod|lib\/\w+(\/\w+)*)\.(ts|wasm)$/);
      const type = path.endsWith("ts")
        ? "application/typescript"
        : "application/wasm";
      const body = Deno.readFileSync(new URL(path, CHECKOUT));
      return new Response(body, { headers: { "content-type": type } });
    },
  );
  try {
    await use(`127.0.0.1:${server.addr.port}`);
  } finally {
    await server.shutdown();
  }
}

/** The words of a command, as a shell sees them. */
function wordsOf(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)]
    .map(([, quoted, word]) => quoted ?? word!);
}

/** The same command in any language; in full, only what ends with one. */
function withoutLanguage(command: string): string {
  return command.replace(isLong ? / --lang \w+$/ : / --lang \w+/, "");
}

function removeIfThere(path: string | URL): void {
  try {
    Deno.removeSync(new URL(path), { recursive: true });
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

let copy: URL | undefined;

/** A copy of the project for all pages: Deno compiles it once. */
function project(): URL {
  copy ??= copyOf("deno.json", "mod.ts", "lib", "scripts", "examples");
  return copy;
}

addEventListener("unload", () => {
  if (copy !== undefined) Deno.removeSync(copy, { recursive: true });
});

/** Somebody who types and saves what a README says. */
class Reader {
  readonly #project = project();
  /** A folder that knows nothing of the project. */
  readonly #elsewhere = new URL(`file://${Deno.makeTempDirSync()}/`);
  /** What the reader saved, and what commands wrote. */
  readonly #made = new Set<string>();
  readonly #host: string;
  /** What each command printed. */
  readonly #printed = new Map<string, string>();
  /** What ran, in whatever language. */
  readonly #ran = new Set<string>();

  constructor(host: string) {
    this.#host = host;
  }

  /** Saves a block where the command that follows it looks for it. */
  save(text: string, command: string): void {
    // A block may begin with its name.
    const path = /^\/\/ (\S+\.ts)$/m.exec(text)?.[1] ??
      wordsOf(command).find((word) => word.endsWith(".ts"));
    assert(path !== undefined, `"${command}" runs what stands above it`);
    const served = text.replaceAll(`https://${HOST}/`, `http://${this.#host}/`);
    const file = new URL(path, this.#folderOf(command));
    Deno.mkdirSync(new URL(".", file), { recursive: true });
    Deno.writeTextFileSync(file, served);
    this.#made.add(file.href);
    this.#printed.delete(command);
    this.#removeOutput(command);
  }

  /** What such a command wrote in the other README would be in its way. */
  #removeOutput(command: string): void {
    const words = wordsOf(command), at = words.indexOf("--out");
    if (at < 0) return;
    const output = new URL(words[at + 1]!, this.#folderOf(command));
    this.#made.add(output.href);
    removeIfThere(output);
  }

  /** Whether a command that differs at most in its language ran before. */
  ran(command: string): boolean {
    return this.#ran.has(withoutLanguage(command));
  }

  /** Runs a command, once, and returns what it prints. */
  async run(command: string, ...more: string[]): Promise<string> {
    const before = this.#printed.get(command);
    if (before !== undefined) return before;
    this.#removeOutput(command);
    const words = wordsOf(command);
    if (words[0] === "npx") words.splice(0, 3, "deno");
    assertEquals(words.shift(), "deno", command);
    const verb = words.shift()!;
    const options = verb === "run" ? ["--no-prompt", ...more] : [];
    const { code, stdout, stderr } = await runDeno(
      [verb, ...options, ...words]
        .map((word) => word.replace(`=${HOST}`, `=${this.#host}`)),
      { cwd: this.#folderOf(command), env: this.#environment() },
    );
    assertEquals(code, 0, `${command}: ${stderr}`);
    this.#printed.set(command, stdout);
    this.#ran.add(withoutLanguage(command));
    return stdout;
  }

  remove(): void {
    for (const made of [...this.#made, this.#elsewhere]) removeIfThere(made);
  }

  #folderOf(command: string): URL {
    return command.includes("--allow-import") ? this.#elsewhere : this.#project;
  }

  /** No language, and no registry for `@std`. */
  #environment(): Record<string, string> {
    const JSR_URL = "http://127.0.0.1:1/";
    return { LC_ALL: "", LC_MESSAGES: "", LANG: "", JSR_URL };
  }
}

/** The commands for another machine: they must at least be understood. */
function requireGradeCommands(yaml: string): void {
  const commands = [...yaml.matchAll(/- run: npx -y (deno@[\d.]+) (.*)$/gm)];
  assertEquals(commands.length, 2);
  for (const [, deno, command] of commands) {
    assert(TEST_COMMANDS[0]!.includes(deno!), "the Deno of .ci/run");
    const [task, name, ...args] = wordsOf(
      command!.replace("${{ matrix.part }}", "4"),
    );
    assertEquals([task, name], ["task", "grade"]);
    readRequest(args);
  }
}

/** Follows a README from top to bottom. */
async function follow(markdown: string, reader: Reader): Promise<void> {
  let saved: string | undefined, printed = "", last = "";
  const blocks = blocksOf(markdown);
  for (const [i, { info, text }] of blocks.entries()) {
    assertMatch(info, /^(sh|text|ts ignore|py|yaml)$/);
    if (info === "py") continue; // for a package that is not here
    if (info === "ts ignore") { // ignored by `deno test --doc`, not here
      assertEquals(saved, undefined, "a block that no command runs");
      saved = text;
    } else if (info === "yaml") {
      requireGradeCommands(text);
    } else if (info === "text") {
      const command = commandsOf(blocks[i - 1]!.text).at(-1)!;
      assert(reader.ran(command), "text is what the command above it prints");
      if (last !== command) continue;
      assertPrints(printed, text, last);
      last = "";
    } else {
      const commands = commandsOf(text);
      for (const command of commands) {
        if (!isFollowed(command)) continue;
        const isShown = command === commands.at(-1) &&
          blocks[i + 1]?.info === "text";
        const isNew = isShown && isLong || !reader.ran(command);
        if (!isNew && (saved === undefined || !isLong)) {
          saved = undefined;
          continue;
        }
        if (saved !== undefined) reader.save(saved, command);
        printed = await reader.run(
          command,
          ...saved && isLong ? ["--check"] : [],
        );
        [saved, last] = [undefined, command];
      }
    }
  }
  assertEquals(saved, undefined, "a block that no command runs");
  for (const [, command] of markdown.matchAll(/`((?:deno|npx) [^`]*)`/g)) {
    if (isFollowed(command!)) await reader.run(command!);
  }
}

/** The commands of these take longest, or are run by other tests too. */
const LATER = [
  ...["lib", "scripts/bench", "scripts/cells", "scripts/page", "scripts/score"],
  ...["examples/own_exercises", "examples/own_lesson"],
];

const FOLLOWED = PAGES.filter((page) =>
  // The sheet speaks to somebody who sits in the folder of the exercises.
  page !== "examples/exercises/sheet" &&
  // tests/examples/book_test.ts follows it, tests/long where it fetches much.
  page !== "examples/book/README" &&
  (isLong || !LATER.some((folder) => page === `${folder}/README`))
);

for (const page of FOLLOWED) {
  Deno.test(
    `${page}: every block and command works, and prints what it says`,
    needs("run", "read", "write", "net"),
    async (t) => {
      await serving(async (host) => {
        // One reader of both languages, who does not run again what is the same
        // in both.
        const reader = new Reader(host);
        for (const language of LANGUAGES) {
          const file = fileOf(page, language);
          await t.step(file, () => follow(read(file), reader));
        }
        reader.remove();
      });
    },
  );
}

for (const language of LANGUAGES) {
  const file = fileOf("README", language);
  Deno.test(
    `${file} has the two commands, with the Deno of .ci/run`,
    needs("read"),
    () => {
      const commands = blocksOf(read(file))
        .flatMap(({ info, text }) => info === "sh" ? commandsOf(text) : [])
        .filter((command) => command.startsWith("npx "));
      assertEquals(commands.length, 2);
      assertMatch(
        commands[0]!,
        /^npx -y deno@[\d.]+ task lesson( --lang \w+)?$/,
      );
      assert(TEST_COMMANDS.includes(commands[1]!));
      assertStringIncludes(read(".ci/run"), commands[1]!);
    },
  );
}
