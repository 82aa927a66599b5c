/**
 * Processes for submissions. One takes as long to start as to run, so the next
 * ones start while others run, and wait. Each serves one submission.
 */
import { clockSeconds } from "./limits.ts";
import { type Sandbox, sandboxCommand } from "./prepare.ts";
import { exists, removeFolder } from "./remove_folder.ts";

/**
 * A process that has not been given its submission yet, with a folder for
 * Deno's own files.
 */
export interface Process {
  readonly child: Deno.ChildProcess;
  readonly cache: string;
}

/** Starts processes. Dispose of it when nothing runs any more. */
export class Processes implements AsyncDisposable {
  readonly #sandbox: Sandbox;
  readonly #seconds: number;
  readonly #ahead: number;
  readonly #waiting: Process[] = [];

  /**
   * @param sandbox What they run on.
   * @param seconds How much processor time each has.
   * @param ahead How many may wait.
   */
  constructor(sandbox: Sandbox, seconds: number, ahead: number) {
    this.#sandbox = sandbox;
    this.#seconds = seconds;
    this.#ahead = ahead;
  }

  /** How long to wait for one. */
  get clockSeconds(): number {
    return clockSeconds(this.#sandbox.shell, this.#seconds);
  }

  /** A process that is ready, or will be soon. */
  take(): Process {
    return this.#waiting.shift() ?? this.#start();
  }

  /** Starts another one, for later. */
  startAhead(): void {
    if (this.#waiting.length < this.#ahead) this.#waiting.push(this.#start());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#waiting.map(endProcess));
  }

  #start(): Process {
    putBack(this.#sandbox);
    const cache = makeCache(this.#sandbox);
    const command = sandboxCommand(this.#sandbox, cache, this.#seconds, "null");
    return { child: command.spawn(), cache };
  }
}

/** Puts back what others took out of the temporary folder. */
function putBack({ folder, files }: Sandbox): void {
  Deno.mkdirSync(`${folder}/runs`, { recursive: true });
  for (const [name, bytes] of files) {
    const path = `${folder}/${name}`;
    if (!exists(path)) Deno.writeFileSync(path, bytes);
  }
}

/**
 * A folder for Deno's own files. What programs may keep there between runs is
 * made impossible. (All at once: a thread for each of these small files would
 * take longer than the files.)
 */
function makeCache({ folder, cache }: Sandbox): string {
  const path = `${folder}/runs/${crypto.randomUUID()}`;
  Deno.mkdirSync(path);
  for (const [name, bytes] of cache) {
    Deno.writeFileSync(`${path}/${name}`, bytes);
  }
  // localStorage and the Cache API want a folder of this name
  Deno.writeFileSync(`${path}/location_data`, new Uint8Array());
  return path;
}

/** Kills a process; that it has ended by itself does not matter. */
export function killProcess({ child }: Process): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    const hasEnded = error instanceof TypeError ||
      error instanceof Deno.errors.NotFound;
    if (!hasEnded) throw error;
  }
}

/** Kills a process, and removes its folder. */
export async function endProcess(process: Process): Promise<void> {
  killProcess(process);
  await process.child.status;
  await removeFolder(process.cache);
}

/**
 * Whether a process still has its folder; others may empty the temporary one.
 */
export function isThere({ cache }: Process): boolean {
  return exists(cache);
}
