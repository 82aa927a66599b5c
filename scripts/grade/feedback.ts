/** What a student is told: a page in Markdown. */
import type { Language } from "../cli/command_line.ts";
import { rightAnswers } from "../exercise/answers.ts";
import type { TestCase } from "../exercise/cases.ts";
import type { GradedCase, GradedTask } from "./grade.ts";
import {
  message,
  type MessageName,
  statusHints,
  statusTexts,
  typeProblemTexts,
} from "./messages.ts";
import { mistakeTexts } from "../exercise/mistake_messages.ts";
import type { Result } from "../exercise/outcome.ts";
import { refusals } from "./refusals.ts";
import type { ResultRecord } from "./results.ts";
import { safeText } from "./safe_text.ts";
import {
  answerText,
  argumentText,
  callText,
  faultText,
  parameterNames,
  resultText,
} from "../exercise/show.ts";
import { mostPoints, type Task, tasks } from "../exercise/tasks.ts";

/**
 * The page for a student.
 *
 * @param student Number and name, as they are to be shown.
 * @param record What is known of the submission.
 * @param cases All cases.
 * @param language The language.
 * @returns Markdown.
 */
export function feedbackFor(
  student: string,
  record: ResultRecord,
  cases: readonly TestCase[],
  language: Language,
): string {
  return new Page(record, cases, language).text(student);
}

class Page {
  readonly #record: ResultRecord;
  readonly #cases: readonly TestCase[];
  readonly #language: Language;

  constructor(
    record: ResultRecord,
    cases: readonly TestCase[],
    language: Language,
  ) {
    this.#record = record;
    this.#cases = cases;
    this.#language = language;
  }

  text(student: string): string {
    const parts = [
      `# ${this.#say("heading", { student: markdown(student) })}`,
      ...this.#verdict(),
      this.#table(),
      ...this.#evaluations(),
      ...this.#types(),
      ...this.#record.tasks.flatMap((task) => this.#task(task)),
    ];
    return `${parts.join("\n\n")}\n`;
  }

  #say(
    name: MessageName,
    blanks: Record<string, string | number> = {},
  ): string {
    return message(this.#language, name, blanks);
  }

  #verdict(): string[] {
    const { points, status, refusal, message } = this.#record;
    const parts = [this.#say("pointsOf", {
      points,
      most: mostPoints,
      status: statusTexts[status][this.#language],
    })];
    if (refusal !== undefined) parts.push(refusals[refusal][this.#language]);
    else if (status !== "graded") {
      parts.push(statusHints[status][this.#language]);
    }
    if (message) parts.push(this.#say("said", { message: code(message) }));
    const isRight = this.#record.tasks.every(({ mistake }) => !mistake);
    if (isRight) parts.push(this.#say("allRight"));
    return parts;
  }

  #table(): string {
    const heads = ["task", "title", "score", "cases", "mistake"] as const;
    const rows = this.#record.tasks.map((graded) => {
      const { points, title } = taskOf(graded);
      const right = graded.cases.filter(({ passed }) => passed).length;
      const mistake = graded.mistake === undefined
        ? ""
        : mistakeTexts[graded.mistake].name[this.#language];
      return [
        graded.task,
        title[this.#language],
        `${graded.points} / ${points}`,
        `${right} / ${graded.cases.length}`,
        mistake,
      ];
    });
    const lines = [
      heads.map((head) => this.#say(head)),
      ["--:", "---", "--:", "--:", "---"],
      ...rows,
    ];
    return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  }

  #evaluations(): string[] {
    const { evaluations } = this.#record;
    return evaluations === undefined
      ? []
      : [this.#say("evaluationsUsed", { count: evaluations })];
  }

  #types(): string[] {
    const { types = [] } = this.#record;
    if (types.length === 0) return [];
    const list = types.map(({ line, code }) => {
      const text = typeProblemTexts[code]?.[this.#language] ??
        this.#say("anyTypeProblem");
      return `- ${this.#say("typeProblem", { line, code, text })}`;
    });
    // A line may have the same error several times.
    return [`## ${this.#say("types")}`, [...new Set(list)].join("\n")];
  }

  #task(graded: GradedTask): string[] {
    // Of these the table says enough.
    const { mistake } = graded;
    if (
      mistake === undefined || mistake === "notLoaded" ||
      mistake === "unwritten"
    ) return [];
    const { title } = taskOf(graded);
    const { name, hint } = mistakeTexts[mistake];
    return [
      `## ${
        this.#say("taskHeading", {
          number: graded.task,
          title: title[this.#language],
        })
      }`,
      this.#say("kindOfMistake", {
        name: name[this.#language],
        hint: mistake === "other" && isRightInPublic(graded)
          ? this.#say("onlyHidden")
          : hint[this.#language],
      }),
      ...hasResults(graded)
        ? [graded.cases.map((one) => this.#case(graded, one)).join("\n")]
        : [],
    ];
  }

  #case({ task }: GradedTask, graded: GradedCase): string {
    const { number, hidden, passed, fault, result, calls = 0 } = graded;
    const mark = passed ? "✓" : "✗";
    const label = this.#say(hidden ? "hiddenCase" : "publicCase", { number });
    const test = hidden
      ? undefined
      : this.#cases.find((one) =>
        one.task === task && !one.hidden && one.number === number
      );
    if (test === undefined) return `- ${mark} ${label}`;
    const named = { label, text: `\`${callText(test)}\`` };
    const first = `- ${mark} ${this.#say("labelled", named)}`;
    if (fault === undefined || result === undefined) return first;
    const language = this.#language;
    const answer = rightAnswers(test.call)[0]!;
    const details = [
      ...parameterNames(test.call.name).map((name, i) =>
        code(argumentText(name, test.call.arguments[i]!))
      ),
      this.#labelled("wanted", code(answerText(answer, language))),
      ...this.#result(result),
      this.#labelled("why", faultText(test, fault, result, calls, language)),
    ];
    return [first, ...details.map((line) => `  - ${line}`)].join("\n");
  }

  #result(result: Result): string[] {
    const text = resultText(result, this.#language);
    if (text === undefined) return [];
    const shown = "code" in text ? code(text.code) : text.words;
    return [this.#labelled("cameOut", shown)];
  }

  #labelled(name: MessageName, text: string): string {
    return this.#say("labelled", { label: this.#say(name), text });
  }
}

/** Whether only hidden cases are wrong, of which nothing is shown. */
function isRightInPublic({ cases }: GradedTask): boolean {
  return cases.every(({ hidden, passed }) => hidden || passed);
}

/** Whether there is more to say of the cases than that there is no result. */
function hasResults({ cases }: GradedTask): boolean {
  const none = ["lost", "missing", "unwritten"];
  return cases.some(({ passed, fault }) =>
    passed || fault !== undefined && !none.includes(fault)
  );
}

function taskOf({ task }: GradedTask): Task {
  return tasks.find(({ number }) => number === task)!;
}

/** A text that Markdown leaves as it is. */
function markdown(text: string): string {
  return safeText(text).replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}

/** A text as code, whatever is in it. */
function code(text: string): string {
  const safe = safeText(text) || " ";
  const longest = Math.max(
    0,
    ...[...safe.matchAll(/`+/g)].map(([ticks]) => ticks.length),
  );
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return fence + space + safe + space + fence;
}
