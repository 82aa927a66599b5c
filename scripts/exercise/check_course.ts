/** Whether exercises work, before anybody is judged by them. */
import { message, type Text } from "../cli/message.ts";
import { replyOf } from "./answers.ts";
import { CaseError, drawCases, publicCases } from "./cases.ts";
import {
  type AskedFunction,
  type Course,
  type Task,
  tasksOf,
  type Way,
} from "./exercise.ts";
import { faultText, judge, type Judged } from "./judge.ts";
import { kindsOfAll, madeBy, mistakeIn } from "./mistakes/find.ts";
import { problemText } from "./program/problem.ts";
import type { Result } from "./reply.ts";
import { readProgram } from "./program/read.ts";
import { templateText } from "./sheet.ts";
import type { TestCase } from "./test_case.ts";

/** Exercises that do not work: where, and why. */
export class CourseError extends RangeError {
  override readonly name = "CourseError";
  /** What is wrong, in both languages. */
  readonly text: Text;

  /** An error that says what is wrong. */
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

const atPlace = message({ ja: "{place}：{why}", en: "{place}: {why}" });
const ofTask = message({ ja: "課題 {number}", en: "exercise {number}" });
const ofFunction = message({
  ja: "課題 {number} の {name}",
  en: "{name} of exercise {number}",
});
const ofCase = message({
  ja: "課題 {number} の {name}、例 {index}（{seed}）",
  en: "{name} of exercise {number}, case {index} ({seed})",
});
const ofMistake = message({
  ja: "課題 {number} の間違い「{name}」",
  en: "mistake {name} of exercise {number}",
});
const ofWay = message({
  ja: "課題 {number} の間違い「{name}」の {index} 番目の誤答",
  en: "wrong solution {index} of mistake {name} of exercise {number}",
});
const isPublic: Text = { ja: "公開", en: "public" };
const isDrawn = message({ ja: "種は {seed}", en: "drawn from {seed}" });

const noExercises: Text = { ja: "課題がありません", en: "there is none" };
const noText: Text = {
  ja: "日本語か英語の文がありません",
  en: "a text is missing in Japanese or in English",
};
const noPoints: Text = {
  ja: "配点は 0 より大きい数です",
  en: "points must be a number above 0",
};
const noFunctions: Text = {
  ja: "求める関数がありません",
  en: "it asks for no function",
};
const askedTwice: Text = {
  ja: "同じ名前の関数が前の課題にもあります",
  en: "an earlier exercise asks for a function of that name",
};
const notAName: Text = {
  ja: "関数の名前として使えません",
  en: "this is no name of a function",
};
const otherCount: Text = {
  ja: "引数は 1 個から 4 個までです",
  en: "one to four parameters are needed",
};
const noCases: Text = {
  ja: "公開の例がありません",
  en: "it has no public case",
};
const drawFails = message({
  ja: "例を作れません（{why}）",
  en: "no case can be drawn ({why})",
});
const drawChanges: Text = {
  ja: "同じ種から違う例ができます（Math.random などを使っていませんか）",
  en: "the same seed gives another case; does it use Math.random?",
};
const drawRepeats = message({
  ja:
    "作った例 {count} 個のうち、公開の例ともほかの例とも違うのは {fresh} 個だけです（半分以上要ります）",
  en:
    "of {count} drawn cases only {fresh} differ from the public ones and from each other; half of them must",
});
const otherResult = message({
  ja: "模範解答の結果が、gives の {gives} ではありません",
  en: 'the reference solution does not give what "gives" says, {gives}',
});
const noTemplate = message({
  ja: "学生が書き込むファイルがプログラムになりません（{why}）",
  en: "the file that students fill in would be no program ({why})",
});
const notWhole = message({
  ja: "書き方が課題の形に合いません（{why}）。deno check で場所を調べられます",
  en: "it has not the form of an exercise ({why}); deno check tells where",
});
const notRight = message({
  ja: "模範解答が正解になりません（{why}）",
  en: "the reference solution is not right ({why})",
});
const nameTwice: Text = {
  ja: "同じ名前の間違いがほかにもあります",
  en: "another mistake has the same name",
};
const noWays: Text = {
  ja: "誤答がありません",
  en: "it has no wrong solution",
};
const otherFunction = message({
  ja: "{name} はこの課題の関数ではありません",
  en: "{name} is no function of this exercise",
});
const passes: Text = {
  ja: "どの例でも正解になります",
  en: "it is right in every case",
};
const takenFor = message({
  ja: "「{name}」と見分けられません。先にそちらが当てはまります",
  en: "it looks the same as {name}, which comes before it",
});
const notEarlier = message({
  ja: "前の課題に {name} という関数はありません",
  en: "no earlier exercise asks for {name}",
});

/** Cases are drawn from these. */
const seeds = ["check", "check 2"] as const;

/**
 * Requires that exercises work: every text is there, every case can be judged,
 * the reference is right, every wrong solution is wrong and can be told from
 * those before it.
 *
 * @throws {CourseError} If something does not, with its place.
 */
export function checkCourse(course: Course): void {
  const tasks = tasksOf(course);
  if (tasks.length === 0) throw new CourseError(noExercises);
  const asked = new Set<string>();
  for (const task of tasks) {
    try {
      checkTask(task, asked);
    } catch (error) {
      if (error instanceof CourseError) throw error;
      // Nobody has looked at its types: a part may be missing.
      const why = error instanceof Error ? error.message : String(error);
      fail(ofTask({ number: task.number }), notWhole({ why }));
    }
  }
}

function checkTask(task: Task, asked: Set<string>): void {
  const { number } = task, place = ofTask({ number });
  requireTexts(place, task.title, task.text);
  if (!(task.points > 0)) fail(place, noPoints);
  for (const name of task.buildsOn ?? []) {
    if (!asked.has(name)) fail(place, notEarlier({ name }));
  }
  const names = Object.keys(task.functions);
  if (names.length === 0) fail(place, noFunctions);
  for (const name of names) {
    checkFunction(task, name, asked);
    asked.add(name);
  }
  const template = templateText({ ...task, exercises: [task] });
  const { problem } = readProgram(template);
  if (problem !== undefined) {
    fail(place, noTemplate({ why: problemText(problem) }));
  }
  const cases = casesOf(task);
  for (const test of cases) requireRight(test);
  checkMistakes(task, cases);
}

function fail(place: Text, why: Text): never {
  throw new CourseError(atPlace({ place, why }));
}

function requireTexts(place: Text, ...texts: readonly Text[]): void {
  const isWhole = texts.every((text) =>
    [text?.ja, text?.en].every((one) => typeof one === "string" && one.trim())
  );
  if (!isWhole) fail(place, noText);
}

function checkFunction(
  { number, functions }: Task,
  name: string,
  asked: ReadonlySet<string>,
): void {
  const place = ofFunction({ number, name });
  const { parameters, cases, about } = functions[name]!;
  requireTexts(place, { ja: about, en: about });
  if (!/^[A-Za-z_]\w*$/.test(name)) fail(place, notAName);
  if (asked.has(name)) fail(place, askedTwice);
  const count = Object.keys(parameters).length;
  if (count < 1 || count > 4) fail(place, otherCount);
  if (cases.length === 0) fail(place, noCases);
}

/** The public cases of a task, and some that are drawn. */
function casesOf(task: Task): TestCase[] {
  const cases = Object.entries(task.functions).flatMap(([name, asked]) => {
    const only = (cases: readonly (typeof asked.cases)[number][]): Task => ({
      ...task,
      functions: { [name]: { ...asked, cases } },
    });
    const at = (index: number, seed: Text) =>
      ofCase({ number: task.number, name, index, seed });
    const open = asked.cases.flatMap((given, i) =>
      placed(at(i + 1, isPublic), () => publicCases([only([given])]))
    );
    const drawn = seeds.flatMap((seed) => {
      const place = at(1, isDrawn({ seed }));
      const draw = () => drawCases([only([])], seed);
      const found = placed(place, draw);
      const again = placed(place, draw);
      const text = (cases: readonly TestCase[]) =>
        JSON.stringify(cases.map(({ call }) => call));
      if (text(found) !== text(again)) fail(place, drawChanges);
      requireNew(ofFunction({ number: task.number, name }), found, open);
      return found;
    });
    return [...open, ...drawn];
  });
  return cases.map((test) => ({ ...test, task }));
}

/** What makes cases; if it fails, that is told with the place. */
function placed(place: Text, make: () => TestCase[]): TestCase[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof CaseError) fail(place, error.text);
    const why = error instanceof Error ? error.message : String(error);
    return fail(place, drawFails({ why }));
  }
}

/** Most answers to what is drawn cannot be looked up among public ones. */
function requireNew(
  place: Text,
  drawn: readonly TestCase[],
  open: readonly TestCase[],
): void {
  const argumentsOf = ({ call }: TestCase) => JSON.stringify(call.arguments);
  const known = new Set(open.map(argumentsOf));
  const fresh = new Set(drawn.map(argumentsOf)).difference(known).size;
  const count = drawn.length;
  if (fresh < count / 2) fail(place, drawRepeats({ count, fresh }));
}

/** Whether something is what a function says that it gives. */
function isGiven({ gives }: AskedFunction, result: Result): boolean {
  if (gives === "text") return result.kind === "text";
  if (result.kind !== "rows") return false;
  return gives !== "number" || result.rows.flat().length === 1;
}

function requireRight(test: TestCase): void {
  const { task: { number }, asked, call: { name } } = test;
  for (const solution of [asked.solution, ...asked.alsoRight ?? []]) {
    const reply = replyOf(solution, test.call);
    const { fault } = judge(test, reply);
    if (!isGiven(asked, reply.result)) {
      fail(ofFunction({ number, name }), otherResult({ gives: asked.gives }));
    }
    if (fault === undefined) continue;
    const why = notRight({ why: faultText(test, fault, reply) });
    const seed = test.origin === "public" ? isPublic : isDrawn({ seed: "…" });
    fail(ofCase({ number, name, index: test.number, seed }), why);
  }
}

function checkMistakes(task: Task, cases: readonly TestCase[]): void {
  const { number, mistakes } = task;
  const names = new Set(kindsOfAll.map(({ name }) => name));
  for (const { kind, ways } of mistakes) {
    const { name } = kind, place = ofMistake({ number, name });
    requireTexts(place, kind.title, kind.hint);
    if (names.has(name)) fail(place, nameTwice);
    names.add(name);
    if (ways.length === 0) fail(place, noWays);
    for (const [i, way] of ways.entries()) {
      const at = ofWay({ number, name, index: i + 1 });
      const other = Object.keys(way).find((one) =>
        !Object.hasOwn(task.functions, one)
      );
      if (other !== undefined) fail(at, otherFunction({ name: other }));
      const found = mistakeIn(casesOfWay(way, cases));
      if (found === undefined) fail(at, passes);
      if (found.name !== name) fail(at, takenFor({ name: found.title }));
    }
  }
}

/** The cases as they go where a mistake is made and no other. */
function casesOfWay(way: Way, cases: readonly TestCase[]): Judged[] {
  return cases.map((test) =>
    madeBy(way, test) ?? judge(test, replyOf(test.asked.solution, test.call))
  );
}
