/// <reference lib="dom" />
/**
 * The program of a page of exercises. The same text runs a second time beside
 * the page, in a worker, where what a student writes is run: so nothing in it
 * can stop the page.
 */
import type { Language, Text } from "../../cli/message.ts";
import { type Exam, examOf, practiceSeed } from "../../exercise/exam.ts";
import type { Course } from "../../exercise/exercise.ts";
import { sourceText } from "../../exercise/program/source_text.ts";
import { check, type Question, type Verdict } from "./check.ts";
import { Checker } from "./checker.ts";
import { makeEditor, setText } from "./editor.ts";
import { joinParts, type Parts, splitParts } from "./parts.ts";
import { counted, stored, working } from "./words.ts";
import { showVerdict } from "./show_verdict.ts";

/** What a page is started with. */
export interface Start {
  readonly course: Course;
  /** What tasks build on, as `solutionsOf` gives it. */
  readonly solutions: Readonly<Record<string, string>>;
}

/** Makes the page live; in a worker, answers what the page asks. */
export function startExercises({ course, solutions }: Start): void {
  const exam = examOf(course, practiceSeed);
  if (typeof document === "undefined") {
    addEventListener("message", async ({ data }: MessageEvent<Question>) => {
      postMessage(await check(data, exam, solutions));
    });
    return;
  }
  const checker = new Checker(document.currentScript!.textContent!);
  new Exercises(exam, checker).start();
}

function element<Kind extends HTMLElement>(id: string): Kind {
  return document.getElementById(id) as Kind;
}

/** The page. */
class Exercises {
  readonly #exam: Exam;
  readonly #checker: Checker;
  readonly #language = document.documentElement.lang as Language;
  readonly #key: string;
  /** As they are handed out. */
  readonly #template: Parts;
  readonly #right = new Set<number>();

  constructor(exam: Exam, checker: Checker) {
    this.#exam = exam;
    this.#checker = checker;
    this.#key = `kobai exercises: ${exam.course.title.en}`;
    this.#template = this.#parts();
  }

  start(): void {
    const kept = this.#kept();
    for (const area of this.#areas()) {
      makeEditor(area);
      area.addEventListener("input", () => this.#keep());
    }
    if (kept !== undefined) this.#show(kept);
    for (const { number } of this.#exam.tasks) {
      element(`check-${number}`).addEventListener("click", () => {
        void this.#check(number);
      });
      element(`reset-${number}`).addEventListener("click", () => {
        setText(this.#area(number), this.#template.tasks[number - 1]!);
        element(`verdict-${number}`).replaceChildren();
        this.#right.delete(number);
      });
    }
    element("check-all").addEventListener("click", async () => {
      for (const { number } of this.#exam.tasks) await this.#check(number);
    });
    element("save").addEventListener("click", () => this.#save());
    element("load").addEventListener("change", () => void this.#load());
    element("forget").addEventListener("click", () => {
      this.#show(this.#template);
      try {
        localStorage.removeItem(this.#key);
      } catch {
        // nothing was kept
      }
      this.#say(stored.gone);
    });
  }

  #area(part: number): HTMLTextAreaElement {
    return element(`part-${part}`);
  }

  #areas(): HTMLTextAreaElement[] {
    return [0, ...this.#exam.tasks.map(({ number }) => number)]
      .map((part) => this.#area(part));
  }

  #parts(): Parts {
    const [head = "", ...tasks] = this.#areas().map(({ value }) => value);
    return { head, tasks };
  }

  #show({ head, tasks }: Parts): void {
    [head, ...tasks].forEach((text, part) => setText(this.#area(part), text));
    this.#right.clear();
    for (const { number } of this.#exam.tasks) {
      element(`verdict-${number}`).replaceChildren();
    }
  }

  async #check(number: number): Promise<void> {
    const place = element(`verdict-${number}`);
    place.textContent = working[this.#language];
    const question = { parts: this.#parts(), task: number };
    const verdict = await this.#checker.check(question);
    showVerdict(place, verdict, this.#language);
    this.#count(number, verdict);
  }

  #count(number: number, verdict: Verdict | undefined): void {
    if (verdict?.isRight) this.#right.add(number);
    else this.#right.delete(number);
    const blanks = { right: this.#right.size, all: this.#exam.tasks.length };
    this.#say(counted(blanks));
  }

  #say(text: Text): void {
    element("said").textContent = text[this.#language];
  }

  #save(): void {
    const blob = new Blob([joinParts(this.#parts())], {
      type: "text/plain;charset=utf-8",
    });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "exercises.ts";
    link.click();
    URL.revokeObjectURL(link.href);
  }

  async #load(): Promise<void> {
    const input = element<HTMLInputElement>("load");
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const source = sourceText(bytes) ?? await file.text();
    input.value = "";
    const names = this.#exam.tasks.map(({ functions }) =>
      Object.keys(functions)
    );
    this.#show(splitParts(source, names));
    this.#say(stored.loaded);
  }

  #keep(): void {
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.#parts()));
    } catch {
      // A browser may keep nothing for files: then the button is what saves.
    }
  }

  #kept(): Parts | undefined {
    try {
      const { head, tasks } = JSON.parse(localStorage.getItem(this.#key)!);
      const isWhole = typeof head === "string" && Array.isArray(tasks) &&
        tasks.length === this.#exam.tasks.length &&
        tasks.every((part) => typeof part === "string");
      return isWhole ? { head, tasks } : undefined;
    } catch {
      return undefined;
    }
  }
}
