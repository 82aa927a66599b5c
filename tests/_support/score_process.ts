/**
 * The scorer as a process, as a teacher starts it: in a folder of one's own,
 * with a table in it, and with the permissions in the script's header.
 *
 * @module
 */
import { CHECKOUT } from "./checkout.ts";
import { type Ended, runDeno } from "./deno_process.ts";
import { temporaryFolder } from "./files.ts";
import { TextLineStream } from "./lines.ts";
import { flagsIn, headerOf } from "./scripts.ts";

/** The script's path. */
export const SCORE: string = new URL("scripts/score.ts", CHECKOUT).pathname;

/** The options that the table that comes with the kit is meant for. */
export const MERLIN: readonly string[] = [
  ...["--features", "words,errors", "--label", "score"],
  ...["--bands", "A1-A2=1,2;B1=3;B2-C1=4,5"],
];

/** A folder with tables, in which the scorer runs. */
export interface Desk extends AsyncDisposable {
  readonly path: string;
  /** Writes a file, and returns its name. */
  file(name: string, content: string): string;
  /** Reads a file. */
  read(name: string): string;
  /** The names of everything in a folder; empty if there is none. */
  names(folder?: string): string[];
  /** Runs the scorer; all command lines of a desk share a process. */
  score(...args: string[]): Promise<Ended>;
  /** Runs it by itself, with other permissions. */
  scoreWith(flags: readonly string[], ...args: string[]): Promise<Ended>;
}

/** No language comes from the environment. */
export const NO_LANGUAGE = { LC_ALL: "", LC_MESSAGES: "", LANG: "" };

/** A process that follows one command line after another. */
class Scorer {
  readonly #process: Deno.ChildProcess;
  readonly #writer: WritableStreamDefaultWriter<Uint8Array>;
  readonly #answers: ReadableStreamDefaultReader<string>;

  constructor(flags: readonly string[], cwd: string) {
    const program = new URL("tests/_support/score_program.ts", CHECKOUT);
    this.#process = new Deno.Command(Deno.execPath(), {
      args: ["run", "--no-prompt", ...flags, program.pathname],
      cwd,
      env: { NO_COLOR: "1", ...NO_LANGUAGE },
      stdin: "piped",
      stdout: "piped",
    }).spawn();
    this.#writer = this.#process.stdin.getWriter();
    this.#answers = this.#process.stdout
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new TextLineStream()).getReader();
  }

  async run(args: readonly string[]): Promise<Ended> {
    const line = `${JSON.stringify(args)}\n`;
    await this.#writer.write(new TextEncoder().encode(line));
    const { value } = await this.#answers.read();
    return JSON.parse(value ?? "");
  }

  async close(): Promise<void> {
    await this.#writer.close();
    await this.#answers.cancel();
    await this.#process.status;
  }
}

/**
 * Makes a folder with the kit's tables in it: `await using desk = openDesk()`.
 */
export function openDesk(): Desk {
  const folder = temporaryFolder();
  for (const path of ["merlin-de/merlin_de.csv", "penguins/penguins.csv"]) {
    const text = Deno.readTextFileSync(
      new URL(`examples/data/${path}`, CHECKOUT),
    );
    folder.file(path.replace(/.*\//, ""), text);
  }
  const flags = flagsIn(headerOf("scripts/score.ts"));
  const scoreWith = (flags: readonly string[], ...args: string[]) =>
    runDeno(["run", "--no-prompt", ...flags, SCORE, ...args], {
      cwd: folder.path,
      env: NO_LANGUAGE,
    });
  let scorer: Scorer | undefined;
  return {
    path: folder.path,
    scoreWith,
    score: (...args) => (scorer ??= new Scorer(flags, folder.path)).run(args),
    file(name, content) {
      folder.file(name, content);
      return name;
    },
    read: (name) => Deno.readTextFileSync(folder.path + name),
    names(inside = "") {
      try {
        return [...Deno.readDirSync(folder.path + inside)]
          .map(({ name }) => name).sort();
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return [];
        throw error;
      }
    },
    async [Symbol.asyncDispose]() {
      await scorer?.close();
      folder[Symbol.dispose]();
    },
  };
}

/**
 * A table of two bands that are easily told apart, with so many essays of each.
 */
export function easyTable(
  essays: number,
  header = "words,errors,score",
): string {
  const rows = Array.from({ length: 2 * essays }, (_, i) => {
    const good = i % 2;
    return `${50 + 100 * good + 7 * i % 31},${30 - 20 * good + i % 9},${
      1 + good
    }`;
  });
  return [header, ...rows, ""].join("\n");
}
