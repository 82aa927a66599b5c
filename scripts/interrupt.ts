/** Ctrl-C, for scripts that have something to finish first. */

/** A wish to stop, while it lasts. */
export interface Interrupt extends Disposable {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

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
  Deno.addSignalListener("SIGINT", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => Deno.removeSignalListener("SIGINT", stop),
  };
}
