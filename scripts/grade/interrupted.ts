/**
 * Ctrl-C reaches everything that runs in a terminal: what we started, and
 * perhaps that first.
 */

/**
 * Throws if a process ended because everything is to end.
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
