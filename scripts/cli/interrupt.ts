/** Ctrl-C, for scripts that have something to finish first. */

/** A wish to stop, while it lasts. */
export interface Interrupt extends Disposable {
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

/**
 * Ctrl-C; and what a system that shuts down, or a terminal that is closed,
 * sends.
 */
const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];

/** How many wait to be told of a wish to stop. */
let waiting = 0;

/**
 * Turns Ctrl-C into an aborted signal, until the result is disposed of. Whoever
 * presses it a second time leaves at once, with exit code 130.
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
  waiting++;
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      waiting--;
      for (const signal of signals) Deno.removeSignalListener(signal, stop);
    },
  };
}

/**
 * What a shell expects of a process that a signal ended: 128 and the signal's
 * number.
 */
const codes: Partial<Record<Deno.Signal, number>> = {
  SIGHUP: 129,
  SIGINT: 130,
  SIGTERM: 143,
};

/**
 * Lets Ctrl-C end the process by `Deno.exit`, until the result is disposed of,
 * so that listeners of `unload` can tidy up: a signal alone ends a process on
 * the spot. While an `onInterrupt` waits, nothing changes.
 */
export function exitOnInterrupt(): Disposable {
  const listeners = signals.map((signal) => ({
    signal,
    stop: () => {
      if (waiting === 0) Deno.exit(codes[signal]);
    },
  }));
  for (const { signal, stop } of listeners) {
    Deno.addSignalListener(signal, stop);
  }
  return {
    [Symbol.dispose]() {
      for (const { signal, stop } of listeners) {
        Deno.removeSignalListener(signal, stop);
      }
    },
  };
}
