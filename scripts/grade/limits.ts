/** The limits that the system itself sets to a process. */

/**
 * In kB: Deno starts with a good half of it. It bounds what the limit of V8's
 * heap does not.
 */
const mostMemory = 1_000_000;

/** What files a process may have. */
export interface FileLimits {
  /** In blocks of 512 bytes. */
  readonly longest: number;
  /** How many may be open at the same time; Deno starts with 24. */
  readonly most: number;
}

/** A shell that sets limits before it becomes another program. */
export interface Shell {
  readonly path: string;
  /** What it becomes that program with. */
  readonly exec: string;
}

/**
 * So many times the processor time that it is given a process may take by the
 * clock: it may sleep, or others may be in its way.
 */
const patience = 6;

/** How long to wait for a process that is given so many seconds. */
export function clockSeconds(
  shell: Shell | undefined,
  seconds: number,
): number {
  return shell === undefined ? seconds : patience * seconds;
}

/** Shell code that sets the limits of a process. */
function limits(seconds: number, files: FileLimits): string {
  const whole = Math.ceil(seconds);
  return [
    `ulimit -d ${mostMemory}`,
    // It is told at the first limit, and killed at the second.
    `ulimit -S -t ${whole}`,
    `ulimit -H -t ${whole + 1}`,
    `ulimit -f ${files.longest}`,
    `ulimit -n ${files.most}`,
    "ulimit -c 0",
  ].join(" && ");
}

/**
 * Where the system has it: the program is killed when the grader is, and does
 * not sleep for ever.
 */
const tied = "setpriv --pdeathsig KILL";

/** The shell of systems that have one, if it can set these limits. */
export async function limitingShell(): Promise<Shell | undefined> {
  const path = "/bin/sh";
  const tryOut = `${limits(1, { longest: 1, most: 64 })} && ` +
    `if ${tied} true 2>/dev/null; then echo tied; fi`;
  try {
    const command = new Deno.Command(path, {
      args: ["-c", tryOut],
      stdin: "null",
      stderr: "null",
    });
    const { success, stdout } = await command.output();
    if (!success) return undefined;
    return { path, exec: stdout.length > 0 ? `exec ${tied}` : "exec" };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** What a process may use. */
export interface ProcessLimits {
  /** Of processor time, in which only whole seconds count. */
  readonly seconds: number;
  readonly files: FileLimits;
  /** What stands before the program's own words: `behindWall` gives it. */
  readonly wall?: readonly string[];
}

/**
 * This Deno under the limits of the system, with no environment but its own.
 *
 * @param shell A shell that sets the limits; undefined where there is none.
 * @param limited The limits.
 * @param args Deno's arguments.
 * @param options As for any command.
 */
export function limitedCommand(
  shell: Shell | undefined,
  { seconds, files, wall = [] }: ProcessLimits,
  args: readonly string[],
  options: Deno.CommandOptions,
): Deno.Command {
  const deno = Deno.execPath();
  const env = { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", ...options.env };
  const all = { ...options, env, clearEnv: true };
  if (shell === undefined) {
    return new Deno.Command(deno, { ...all, args: [...args] });
  }
  const script = `${limits(seconds, files)} && ${shell.exec} "$@"`;
  return new Deno.Command(shell.path, {
    ...all,
    args: ["-c", script, "sh", ...wall, deno, ...args],
  });
}

/**
 * Throws if a process ended because everything is to end: Ctrl-C reaches all
 * that runs in a terminal, what we started perhaps first.
 *
 * @param how The signal that ended the process, if one did.
 * @param signal Everything's.
 */
export async function throwIfInterrupted(
  how: Deno.Signal | null,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (how === "SIGINT" && signal !== undefined) await soon(signal);
  signal?.throwIfAborted();
}

/** Waits for a signal, but not for long. */
function soon(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, 1000);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
