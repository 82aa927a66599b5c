/** Running a script's main function, and what its end tells the shell. */
import { Failure } from "./failure.ts";
import { hasGivenUp } from "./give_up.ts";
import { requestedLanguage } from "./language.ts";
import { missingPackage } from "./missing_package.ts";
import { systemTrouble } from "./system_trouble.ts";
import { UsageError } from "./usage_error.ts";

/**
 * Runs a script's main function. A usage error becomes one line on standard
 * error, in the reader's language, and exit code 2; a package that could not be
 * fetched, what the system refused, or a failure becomes one too, and exit code
 * 1.
 */
export async function runScript(
  main: () => void | Promise<void>,
): Promise<void> {
  try {
    await main();
  } catch (error) {
    const isUsage = error instanceof UsageError;
    const text = isUsage || error instanceof Failure
      ? error.text
      : missingPackage(error) ?? systemTrouble(error);
    if (text === undefined) throw error;
    console.error(text[requestedLanguage(Deno.args)]);
    Deno.exitCode = isUsage ? 2 : 1;
  }
  if (hasGivenUp()) Deno.exit();
}
