/** The scorer's command line, from its first word. */
import { DivergenceError } from "kobai";
import { asksForHelp, writtenOption } from "../cli/argument.ts";
import { requestedLanguage } from "../cli/language.ts";
import { joinTexts, message, type Text } from "../cli/message.ts";
import { plainText } from "../cli/plain.ts";
import { UsageError } from "../cli/usage_error.ts";
import { FileError } from "../table/file_error.ts";
import { evaluateAbout, evaluateCommand } from "./evaluate_command.ts";
import { exportAbout, exportCommand } from "./export_command.ts";
import { featuresAbout, featuresCommand } from "./features_command.ts";
import { BlownUpError } from "./model/fit.ts";
import { decimals } from "./report/numbers.ts";
import { predictAbout, predictCommand } from "./predict_command.ts";
import { withoutTable } from "./essays/shipped.ts";
import { trainAbout, trainCommand } from "./train_command.ts";

interface Subcommand {
  readonly name: string;
  readonly about: Text;
  readonly run: (args: readonly string[]) => Promise<void>;
}

const evaluate: Subcommand = {
  name: "evaluate",
  about: evaluateAbout,
  run: evaluateCommand,
};
const commands: readonly Subcommand[] = [
  evaluate,
  { name: "train", about: trainAbout, run: trainCommand },
  { name: "predict", about: predictAbout, run: predictCommand },
  { name: "export", about: exportAbout, run: exportCommand },
  { name: "features", about: featuresAbout, run: featuresCommand },
];

const listed = message({ ja: "  {name}  {about}", en: "  {name}  {about}" });
const help = message({
  ja:
    "使い方：deno task score <コマンド> [表.csv] [オプション]\n\n{commands}\n\n各コマンドのオプションは deno task score <コマンド> --help で。\n{withoutTable}\n読み書きの許可はこのフォルダと out だけです。ほかの場所のファイルを使うには、scripts/score.ts の先頭にある deno run の行の許可を書き換えてください。",
  en:
    "Usage: deno task score <command> [table.csv] [options]\n\n{commands}\n\nEach command has options of its own: deno task score <command> --help\n{withoutTable}\nIt may read this folder and write to out. For files elsewhere, change the permissions in the deno run line at the top of scripts/score.ts.",
});

/** What `score --help` says: the commands, whose options are their own. */
function overview(): Text {
  const lines = commands.map(({ name, about }) =>
    listed({ name: name.padEnd(8), about })
  );
  return help({
    commands: joinTexts(lines, { ja: "\n", en: "\n" }),
    withoutTable,
  });
}

const noCommand = message({
  ja:
    "「{name}」というコマンドはありません。evaluate、train、predict、export、features のどれかです。",
  en:
    'There is no command "{name}"; there are evaluate, train, predict, export and features.',
});

/**
 * Follows a command line. What a file is to blame for becomes a sentence on
 * standard error, and exit code 1.
 *
 * @param args The command line.
 * @throws {UsageError} If it cannot be followed.
 */
export async function scoreMain(args: readonly string[]): Promise<void> {
  const language = requestedLanguage(args);
  const [first = "", ...rest] = args;
  const isOption = first === "" || writtenOption(first) !== undefined;
  if (isOption && asksForHelp(args)) {
    return console.log(overview()[language]);
  }
  const command = isOption
    ? evaluate
    : commands.find(({ name }) => name === plainText(first));
  if (command === undefined) throw new UsageError(noCommand({ name: first }));
  try {
    await command.run(isOption ? args : rest);
  } catch (error) {
    const sentence = explain(error);
    if (sentence === undefined) throw error;
    console.error(sentence[language]);
    Deno.exitCode = 1;
  }
}

const diverged = message({
  ja:
    "学習が発散しました（エポック {epoch}）。--learning-rate を小さくしてみてください。",
  en: "Training diverged in epoch {epoch}. Try a lower --learning-rate.",
});

const blownUp = message({
  ja:
    "学習が発散しました：損失は {loss} で、でたらめに答えた場合（{guessing}）よりずっと大きくなりました。--learning-rate を小さくしてみてください。",
  en:
    "Training diverged: the loss is {loss}, far above that of guessing ({guessing}). Try a lower --learning-rate.",
});

/** What went wrong, if it is not the program's own fault. */
function explain(error: unknown): Text | undefined {
  if (error instanceof FileError) return error.text;
  if (error instanceof DivergenceError) {
    return diverged({ epoch: error.training.history.length + 1 });
  }
  if (error instanceof BlownUpError) {
    const { loss, guessing } = error;
    return blownUp({ loss: decimals(loss), guessing: decimals(guessing) });
  }
  return undefined;
}
