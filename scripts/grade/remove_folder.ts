/** Removing a folder in which a killed program may write a moment longer. */

/** In milliseconds: how long to wait before the next trial, and in all. */
const shortest = 10, patience = 10_000;

/**
 * Removes a folder with all in it. Behind the second wall a program ends a
 * little later than the wall, which is what we wait for; what it writes in
 * between stands in the way, so this is tried again. No mark is worth less for
 * a folder that stays: after some seconds it is left to the system.
 */
export async function removeFolder(path: string): Promise<void> {
  for (let pause = shortest; pause < patience; pause *= 2) {
    try {
      Deno.removeSync(path, { recursive: true });
      return;
    } catch (error) {
      if (error instanceof Deno.errors.NotFound && !exists(path)) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** Whether there is something at a path. */
export function exists(path: string): boolean {
  try {
    Deno.lstatSync(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
