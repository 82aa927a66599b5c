/**
 * Deno in a process of its own, as a user would start it.
 *
 * @module
 */

/** What a process left behind. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where and how it runs. */
export interface Place {
  /** The folder it starts in. */
  readonly cwd: string | URL;
  /** Variables that it sees besides the inherited ones. */
  readonly env?: Record<string, string>;
  /** Whether standard error keeps what Deno says of its downloads. */
  readonly downloads?: boolean;
}

/** What ends a process that hangs; a slow machine is waited for. */
const PATIENCE_MS = 600_000;

/**
 * Runs Deno to its end, with nothing to read from standard input and without
 * colours.
 *
 * @param args The arguments, such as `["run", "main.ts"]`.
 * @param place Where and how it runs.
 * @returns Exit code and output.
 * @throws {DOMException} If it has not ended after ten minutes; it is killed
 * then.
 */
export async function runDeno(
  args: readonly string[],
  place: Place,
): Promise<Ended> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: place.cwd,
    env: { NO_COLOR: "1", ...place.env },
    stdin: "null",
    signal,
  }).output();
  signal.throwIfAborted();
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  // What Deno fetches where its cache is empty is not the program's word.
  const said = place.downloads
    ? text(stderr)
    : text(stderr).replace(/^Download .*\n/gm, "");
  return { code, stdout: text(stdout), stderr: said };
}
