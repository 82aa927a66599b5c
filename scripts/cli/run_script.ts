/** Running a script's main function, and what its end tells the shell. */
import { requestedLanguage } from "./language.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Runs a script's main function. A usage error becomes one line on standard
 * error, in the reader's language, and exit code 2.
 */
export async function runScript(
  main: () => void | Promise<void>,
): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.text[requestedLanguage(Deno.args)]);
    Deno.exitCode = 2;
  }
}
