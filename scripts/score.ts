/**
 * Essay scoring: how well it can be done (`evaluate`), a model to keep (`train`), new essays
 * (`predict`).
 *
 * deno run --allow-env=LC_ALL,LC_MESSAGES,LANG --allow-read=. --allow-write=out scripts/score.ts
 *
 * The environment is asked for its language. Read: the table and the model. Write: the model, the
 * report and the pictures, into `out`, which must be readable too. For files elsewhere, name their
 * folders instead.
 */
import { DivergenceError } from "kobai";
import { requestedLanguage, runScript, UsageError } from "./command_line.ts";
import { evaluateCommand } from "./score/evaluate_command.ts";
import { message } from "./score/messages.ts";
import { predictCommand } from "./score/predict_command.ts";
import { TableError } from "./score/table_error.ts";
import { trainCommand } from "./score/train_command.ts";
import { type Command, commands, usageText } from "./score/usage.ts";

const run: Readonly<Record<Command, (args: string[]) => Promise<void>>> = {
  evaluate: evaluateCommand,
  train: trainCommand,
  predict: predictCommand,
};

async function main(): Promise<void> {
  const language = requestedLanguage(Deno.args);
  const [first = "evaluate", ...rest] = Deno.args;
  if (first === "--help" || first === "-h") {
    return console.log(usageText(undefined, language));
  }
  // Without a command: evaluate.
  const args = first.startsWith("-") ? Deno.args : rest;
  const name = first.startsWith("-") ? "evaluate" : first;
  const command = commands.find((command) => command === name);
  if (command === undefined) {
    throw new UsageError(message(language, "noCommand", { name }));
  }
  try {
    await run[command](args);
  } catch (error) {
    const sentence = explain(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    Deno.exitCode = 1;
  }

  /** What went wrong, if it is not the program's own fault. */
  function explain(error: unknown): string | undefined {
    if (error instanceof TableError) return error.say(language);
    if (error instanceof DivergenceError) {
      const epoch = error.training.history.length + 1;
      return message(language, "diverged", { epoch });
    }
    if (error instanceof Deno.errors.NotCapable) {
      return message(language, "notAllowed", { error: error.message });
    }
    // A full disk, a folder that is a file, a name that is too long.
    if (error instanceof Error && error.constructor.name in Deno.errors) {
      return message(language, "system", { error: error.message });
    }
    return undefined;
  }
}

if (import.meta.main) await runScript(main);
