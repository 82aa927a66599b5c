/**
 * A second wall around a submission, where the system has bubblewrap: should it
 * break out of Deno, it finds no files but the system's libraries and Deno, no
 * network, no other processes, and nowhere to write but its own cache.
 */

/** What programs need of the system; not every system has all of it. */
const system = [
  "/usr",
  "/bin",
  "/lib",
  "/lib32",
  "/lib64",
  "/etc/ld.so.cache",
  "/nix/store",
  "/gnu/store",
];

/**
 * The words before a program's own that put it behind the wall.
 *
 * @param files What it may read.
 * @param folder Where it may write.
 */
export function behindWall(
  files: readonly string[],
  folder: string,
): string[] {
  return [
    "bwrap",
    "--unshare-all",
    "--die-with-parent",
    "--new-session",
    ...system.flatMap((path) => ["--ro-bind-try", path, path]),
    ...[Deno.execPath(), ...files].flatMap((path) => ["--ro-bind", path, path]),
    "--bind",
    folder,
    folder,
    "--proc",
    "/proc",
    "--dev",
    "/dev",
    "--remount-ro",
    "/",
    "--chdir",
    folder,
  ];
}

/**
 * How a process behind the wall ended: bubblewrap tells by its own exit code
 * which signal ended the program.
 */
export function signalOf(
  { code, signal }: Deno.CommandStatus,
): Deno.Signal | null {
  if (signal !== null || code <= 128) return signal;
  return code === 128 + 24 ? "SIGXCPU" : "SIGKILL";
}
