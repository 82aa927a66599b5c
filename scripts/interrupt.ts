/** Ctrl-C, for scripts that have something to finish first. */

/** A wish to stop, while it lasts. */
export interface Interrupt extends Disposable {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Ctrl-C; and what a system that shuts down, or a terminal that is closed, sends. */
const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Turns Ctrl-C into an aborted signal, until the result is disposed of. Whoever presses it a second
 * time leaves at once, with exit code 130.
 *
 * @returns The signal; use it as `using interrupt = onInterrupt()`.
 */
export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) Deno.exit(130);
    controller.abort();
  };
  for (const signal of signals) Deno.addSignalListener(signal, stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      for (const signal of signals) Deno.removeSignalListener(signal, stop);
    },
  };
}
