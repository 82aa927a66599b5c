/** What the command line asks for. */
import { isAbsolute, relative } from "node:path";
import { type Command, readLine } from "../cli/command.ts";
import { helpText } from "../cli/help_text.ts";
import { type Language, message, type Text } from "../cli/message.ts";
import { choice, flag, Misfit, number, text, valued } from "../cli/option.ts";
import { plainText } from "../cli/plain.ts";
import { UsageError } from "../cli/usage_error.ts";
import { exercisesOption } from "../exercise/course_option.ts";

/** One of so many parts of a class, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

const typeChoices = ["none", "wrong", "all"] as const;

/** Whose types to check: of nobody, of those who lost points, of all. */
export type Types = typeof typeChoices[number];

const options = {
  out: text({
    takes: "OUT/",
    help: {
      ja: "結果のフォルダ（必ず指定する）",
      en: "folder for the results; it must be named",
    },
  }),
  exercises: exercisesOption,
  seed: text({
    takes: "TEXT",
    help: {
      ja: "採点の例を作る種。同じ種からは同じ例ができる",
      en: "what cases are drawn from: the same seed, the same cases",
    },
    shown: { ja: "提出物から決まる", en: "made of the submissions" },
  }),
  cases: text({
    takes: "hidden.json",
    help: {
      ja: "自分で加える例。examples/exercises/public_cases.json と同じ書き方",
      en:
        "cases of your own, written as in examples/exercises/public_cases.json",
    },
  }),
  roster: text({
    takes: "roster.csv",
    help: {
      ja: "名簿（学籍番号、氏名）。未提出者も表に載る",
      en: "class list: number and name; shows who handed in nothing",
    },
  }),
  gradebook: text({
    takes: "marks.csv",
    help: {
      ja:
        "Moodle の評定ワークシートか Canvas の成績表。点数を書き込んだものを結果のフォルダに作る。名簿の代わりにもなる",
      en:
        "Moodle's grading worksheet or Canvas's gradebook: a copy with the marks goes to OUT; serves as class list too",
    },
  }),
  assignment: text({
    takes: "TITLE",
    help: {
      ja: "Canvas の成績表に課題が複数あるとき、その名前か番号",
      en:
        "title or number of the assignment, where Canvas's gradebook has several",
    },
  }),
  replaceMarks: flag({
    ja: "--gradebook にすでにある点数も書き換える",
    en: "replace marks that stand in the --gradebook already",
  }),
  jobs: number({
    takes: "N",
    help: { ja: "同時に採点する数", en: "so many at the same time" },
    integer: true,
    from: 1,
    preset: navigator.hardwareConcurrency,
    shown: { ja: "プロセッサの数", en: "as many as processors" },
  }),
  shard: valued<Shard, Shard>({
    takes: "2/8",
    help: {
      ja: "8 等分した 2 番目だけを採点する",
      en: "only the second of eight parts",
    },
    preset: { index: 1, count: 1 },
  }, readShard),
  resume: flag({
    ja:
      "続きから採点する。または、集めた results.jsonl から表を作る（済んだものは採点し直さない）",
    en:
      "go on where it stopped, or make the tables of joined results.jsonl; what is done stays",
  }),
  timeLimit: number({
    takes: "N",
    help: {
      ja: "1 回の実行に使えるプロセッサの時間（秒。待つのはその 6 倍まで）",
      en:
        "seconds of processor time for each process, which may take 6 times as long in all",
    },
    above: 0,
    preset: 10,
  }),
  types: choice(typeChoices, {
    takes: "none|wrong|all",
    help: {
      ja: "型を調べる提出物：なし、満点でないもの、全部",
      en: "whose types to check: nobody's, those who lost points, all",
    },
    preset: "wrong",
  }),
};

/** The command, for its help and for the docs. */
export const gradeCommand: Command<typeof options> = {
  call: {
    ja: "deno task grade 提出物 --out 結果のフォルダ [オプション]",
    en: "deno task grade SUBMISSIONS --out OUT/ [options]",
  },
  about: [
    {
      ja:
        "提出物は、学生ごとのファイルかフォルダが入ったフォルダ、または Moodle や Canvas からダウンロードした ZIP ファイル（展開したものでも可）です。",
      en:
        "SUBMISSIONS is a folder with a file or a folder for each student, or the ZIP archive that Moodle or Canvas hands out, unpacked or not.",
    },
    {
      ja:
        "結果のフォルダには grades.csv、class.html（クラス全体）、feedback/（学生ごとの結果）、results.jsonl ができます。Moodle か Canvas の提出物なら、返却用の feedback.zip もできます。",
      en:
        "OUT gets grades.csv, class.html (the whole class), feedback/ (pages for each student) and results.jsonl, and feedback.zip to give back, where Moodle or Canvas handed out the submissions.",
    },
  ],
  word: "any",
  options,
};

const oneFolder: Text = {
  ja:
    "提出物のフォルダか ZIP ファイルを一つ指定してください。--help で使い方を表示します。",
  en: "Name one folder or archive of submissions. --help shows how.",
};
const noOut: Text = {
  ja: "--out に結果のフォルダを指定してください。",
  en: "Name a folder for the results with --out.",
};
const outInside = message({
  ja:
    "{path} は提出物のフォルダの中にあり、次に採点するときに提出物とみなされます。--out には外のフォルダを指定してください。",
  en:
    "{path} is in the folder of submissions, where it would be taken for one. Name another folder with --out.",
});

/** What to grade, and how. */
export interface GradeRequest {
  readonly language: Language;
  /** The folder or archive of submissions. */
  readonly submissions: string;
  /** The folder for the results. */
  readonly out: string;
  /** The file of exercises; the lecture's if undefined. */
  readonly exercises: string | undefined;
  /** What cases are drawn from, if it was told. */
  readonly seed: string | undefined;
  /** The file of hidden cases. */
  readonly cases: string | undefined;
  /** The file of the class list. */
  readonly roster: string | undefined;
  /** The file of a platform's table of marks. */
  readonly gradebook: string | undefined;
  /** The title or number of an assignment in it. */
  readonly assignment: string | undefined;
  /** Whether marks that stand in it are replaced. */
  readonly replaceMarks: boolean;
  /** How many submissions run at the same time. */
  readonly jobs: number;
  readonly shard: Shard;
  readonly resume: boolean;
  /** Seconds of processor time for each process. */
  readonly timeLimit: number;
  readonly types: Types;
}

/**
 * Reads the command line.
 *
 * @param args The arguments.
 * @returns What they ask for; the help where they ask for that.
 * @throws {UsageError} If they cannot be followed.
 */
export function readRequest(
  args: readonly string[],
): GradeRequest | { readonly help: string } {
  const { language, help, others: words, values } = readLine(
    args,
    gradeCommand,
  );
  if (help) return { help: helpText(gradeCommand, language) };
  const [submissions, another] = words;
  if (submissions === undefined || another !== undefined) {
    throw new UsageError(oneFolder);
  }
  const { out, ...rest } = values;
  if (out === undefined) throw new UsageError(noOut);
  if (isWithin(out, submissions)) {
    throw new UsageError(outInside({ path: out }));
  }
  return {
    ...rest,
    language,
    submissions: withoutSlash(submissions),
    out: withoutSlash(out),
  };
}

function withoutSlash(path: string): string {
  return path.replace(/(?<=.)[/\\]+$/, "");
}

/** Whether a path leads into a folder, or to the folder itself. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && !/^\.\.([/\\]|$)/.test(way);
}

function readShard(written: string): Shard {
  const plain = plainText(written).trim();
  const [, index, count] = (/^(\d{1,6})\/(\d{1,6})$/.exec(plain) ?? [])
    .map(Number);
  if (index && count && index <= count) return { index, count };
  throw new Misfit({ ja: "2/8 のような分け方", en: "a part such as 2/8" });
}
