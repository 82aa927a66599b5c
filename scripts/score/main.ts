/** The scorer's command line, from its first word. */
import { DivergenceError } from "kobai";
import {
  type Language,
  requestedLanguage,
  systemTrouble,
  UsageError,
} from "../cli/command_line.ts";
import { FileError } from "../table/file_error.ts";
import { evaluateCommand } from "./evaluate_command.ts";
import { message } from "./messages.ts";
import { predictCommand } from "./predict_command.ts";
import { trainCommand } from "./train_command.ts";
import { type Command, commands, usageText } from "./usage.ts";

const run: Readonly<
  Record<Command, (args: readonly string[]) => Promise<void>>
> = {
  evaluate: evaluateCommand,
  train: trainCommand,
  predict: predictCommand,
};

/**
 * Follows a command line. What a file is to blame for becomes a sentence on standard error, and exit
 * code 1.
 *
 * @param args The command line.
 * @throws {UsageError} If it cannot be followed.
 */
export async function scoreMain(args: readonly string[]): Promise<void> {
  const language = requestedLanguage(args);
  const [first = "", ...rest] = args;
  if (first === "--help" || first === "-h") {
    return console.log(usageText(undefined, language));
  }
  const isOption = first === "" || first.startsWith("-");
  const name = isOption ? "evaluate" : first;
  const command = commands.find((command) => command === name);
  if (command === undefined) {
    throw new UsageError(message(language, "noCommand", { name }));
  }
  try {
    await run[command](isOption ? args : rest);
  } catch (error) {
    const sentence = explain(error, language);
    if (sentence === undefined) throw error;
    console.error(sentence);
    Deno.exitCode = 1;
  }
}

/** What went wrong, if it is not the program's own fault. */
function explain(error: unknown, language: Language): string | undefined {
  if (error instanceof FileError) return error.say(language);
  if (error instanceof DivergenceError) {
    const epoch = error.training.history.length + 1;
    return message(language, "diverged", { epoch });
  }
  return systemTrouble(error, language);
}
