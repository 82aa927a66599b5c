/**
 * Workers that do not end. Deno 2.9 goes on with a loop after `terminate()`,
 * and with the process around it, until that is told to exit.
 *
 * @module
 */

let isAny = false;

/** Ends a worker that may be in a loop without end. */
export function giveUp(worker: Worker): void {
  worker.terminate();
  isAny = true;
}

/** Whether there was one: then the process has to be ended. */
export function hasGivenUp(): boolean {
  return isAny;
}
