/**
 * What is wrong with a cell: its texts, its formulas, the names that it uses,
 * its results, how they compare, and its picture.
 */
import { Matrix } from "kobai";
import temml from "temml";
import { message, type Text } from "../cli/message.ts";
import { drawPicture } from "../figures/draw.ts";
import type { Cell, Value } from "../lesson/cell.ts";
import { relationNames } from "../lesson/relation.ts";
import { pictureOf } from "../lesson/picture.ts";
import { runCell } from "../lesson/run.ts";
import { cellProblem } from "./problem.ts";

const noText = message({
  ja: "{language}の文がありません。{needed}が必要です",
  en: "has no text in {language}, {needed} is needed",
});
const bothNeeded: Text = {
  ja: "日本語と英語の文、または（一つの言語だけのレッスンなら）一つの文字列",
  en: "one in Japanese and one in English, or a single text",
};
const badTex = message({
  ja: "TeX の式「{tex}」が読めません（{error}）。Temml が読める TeX が必要です",
  en:
    'has TeX that cannot be read, "{tex}" ({error}), TeX as Temml reads it is needed',
});
const unknown = message({
  ja: "「{found}」はありません。{known} のどれかが必要です",
  en: 'names "{found}", which is not there, one of {known} is needed',
});
const unknownField = message({
  ja: "この名前の項目はありません。{known} のどれかが必要です",
  en: "is no field of a cell, one of {known} is needed",
});
const noField: Text = {
  ja: "この項目が必要です（文だけのセルは defineText で作ります）",
  en: "is needed (a text alone is made by defineText)",
};
const wrongInput = message({
  ja: "入力は{found}です。{needed}が必要です",
  en: "is {found}, {needed} is needed",
});
const none: Text = { ja: "（何もありません）", en: "(there are none)" };
const throws = message({
  ja: "計算が止まりました：{error}",
  en: "does not compute: {error}",
});
const wrongKind = message({
  ja: "{found}になりました。{needed}が必要です",
  en: "gives {found}, {needed} is needed",
});
const aPromise: Text = { ja: "Promise", en: "a Promise" };
const aList: Text = { ja: "リスト", en: "a list" };
const aValue: Text = {
  ja: "matrix(...) の行列、数、または文字列",
  en: "a matrix (matrix(...)), a number or a text",
};
const noWait: Text = {
  ja: "async でない run で計算した値",
  en: "a value computed by a run that is not async",
};
const notANumber: Text = { ja: "NaN（数でない値）", en: "NaN" };
const aNumber: Text = { ja: "数", en: "a number" };
const missing: Text = { ja: "どこにもない値", en: "nothing" };
const notAsExpected = message({
  ja:
    "講義の出力「{printed}」との比較は「{relation}」ですが、セルには「{expected}」とあります。値か printed か expected を直す必要があります",
  en:
    'compares with "{printed}" as {relation}, the cell expects {expected}: value, printed or expected must be mended',
});
const printedAlone: Text = {
  ja: "printed と expected は、二つともあるか、二つともないかが必要です",
  en: "printed and expected are needed both or neither",
};

/** Everything that is wrong with a cell, in the order of its fields. */
export function cellProblems(cell: Cell): Text[] {
  const problems = [
    ...fieldProblems(cell),
    ...textProblems(cell),
    ...texProblems(cell),
    ...nameProblems(cell),
  ];
  // What has no label cannot be shown; the rest can wait until it has.
  return problems.length > 0 ? problems : valueProblems(cell);
}

type Path = readonly string[];

/** What the author of a cell may write, and what a reading adds. */
const FIELDS = ["number", "title", "beyond", "text", "formula", "exercise"]
  .concat("inputs", "limits", "rounded", "run", "worked", "results", "numpy")
  .concat("errata", "bothNumbers", "picture");
const ADDED = ["name", "section", "url", "file", "source", "code", "helpers"];

/** Fields that are misspelt, are missing, or hold what no input can be. */
function fieldProblems(cell: Cell): Text[] {
  const unknownOnes = Object.keys(cell)
    .filter((key) => !FIELDS.includes(key) && !ADDED.includes(key))
    .map((key) =>
      cellProblem(cell, [key], unknownField({ known: FIELDS.join(", ") }))
    );
  const isText = Object.keys(cell.results).length === 0;
  const missing = isText && /\bdefineCell\s*\(/.test(cell.source)
    ? [cellProblem(cell, ["results"], noField)]
    : [];
  const inputs = Object.entries(cell.inputs).flatMap(([name, input]) => {
    const found: unknown = input;
    return found instanceof Matrix || typeof found === "string" ||
        typeof found === "number"
      ? []
      : [cellProblem(
        cell,
        ["inputs", name],
        wrongInput({
          found: Array.isArray(found) ? aList : String(found),
          needed: aValue,
        }),
      )];
  });
  return [...unknownOnes, ...missing, ...inputs];
}

/** The texts of a cell that its readers see, and where they stand. */
function textsOf(cell: Cell): [Path, Partial<Text> | undefined][] {
  const texts: [Path, Partial<Text> | undefined][] = [
    [["number"], cell.number],
    [["title"], cell.title],
    [["text"], cell.text],
  ];
  if (cell.exercise !== undefined) texts.push([["exercise"], cell.exercise]);
  for (const [name, result] of Object.entries(cell.results)) {
    const path = ["results", name];
    texts.push([[...path, "label"], result.label]);
    for (const key of ["reason", "because"] as const) {
      if (result[key] !== undefined) texts.push([[...path, key], result[key]]);
    }
    for (const [word, meaning] of Object.entries(result.words ?? {})) {
      texts.push([[...path, "words", word], meaning]);
    }
  }
  for (const { id, why } of cell.errata ?? []) {
    texts.push([["errata", id, "why"], why]);
  }
  return texts;
}

function textProblems(cell: Cell): Text[] {
  return textsOf(cell).flatMap(([path, text]) =>
    (["ja", "en"] as const).filter((language) => {
      const written: unknown = text?.[language];
      return typeof written !== "string" || written.trim() === "";
    }).map((language) =>
      cellProblem(
        cell,
        path,
        noText({
          language: language === "ja"
            ? { ja: "日本語", en: "Japanese" }
            : { ja: "英語", en: "English" },
          needed: bothNeeded,
        }),
      )
    )
  );
}

function texProblems(cell: Cell): Text[] {
  const inside = ([path, text]: [Path, Partial<Text> | undefined]) =>
    [...new Set([text?.ja, text?.en])].flatMap((written) =>
      [...(typeof written === "string" ? written : "").matchAll(/\$([^$]+)\$/g)]
        .map(([, tex]) => [path, tex!] as const)
    );
  const formulas = [
    ...textsOf(cell).filter(([[key]]) => key === "text" || key === "exercise")
      .flatMap(inside),
    ...cell.formula === undefined ? [] : [[["formula"], cell.formula] as const],
  ];
  return formulas.flatMap(([path, tex]) => {
    try {
      temml.renderToString(tex, { throwOnError: true });
      return [];
    } catch (error) {
      const [reason = ""] = messageOf(error).split("\n");
      return [cellProblem(cell, path, badTex({ tex, error: reason }))];
    }
  });
}

/** The names that a cell uses of its own inputs, results and errata. */
function nameProblems(cell: Cell): Text[] {
  const inputs = Object.keys(cell.inputs), results = Object.keys(cell.results);
  const errata = (cell.errata ?? []).map(({ id }) => id);
  const both = Object.entries(cell.bothNumbers ?? {});
  const used: [Path, string, string[]][] = [
    ...cell.rounded === undefined
      ? []
      : [[["rounded"], cell.rounded, inputs] as [Path, string, string[]]],
    ...Object.keys(cell.limits ?? {})
      .map((name): [Path, string, string[]] => [["limits"], name, inputs]),
    ...(cell.numpy?.prints ?? []).map((
      name,
    ): [Path, string, string[]] => [["numpy", "prints"], name, results]),
    ...both.map(([id]): [Path, string, string[]] => [
      ["bothNumbers"],
      id,
      errata,
    ]),
    ...both.flatMap(([id, pairs]) =>
      pairs.flat().filter((name) => name !== undefined).map((
        name,
      ): [Path, string, string[]] => [["bothNumbers", id], name, results])
    ),
  ];
  const problems = used.filter(([, name, known]) => !known.includes(name))
    .map(([path, found, known]) =>
      cellProblem(
        cell,
        path,
        unknown({ found, known: known.length === 0 ? none : known.join(", ") }),
      )
    );
  for (const [name, { printed, expected }] of Object.entries(cell.results)) {
    if ((printed === undefined) !== (expected === undefined)) {
      problems.push(cellProblem(cell, ["results", name], printedAlone));
    }
  }
  return problems;
}

/** What is wrong with what a cell computes, compares and draws. */
function valueProblems(cell: Cell): Text[] {
  const outside = (path: Path, compute: () => unknown): Text[] => {
    try {
      compute();
      return [];
    } catch (error) {
      return [cellProblem(cell, path, throws({ error: messageOf(error) }))];
    }
  };
  let values: Record<string, Value> = {};
  const failed = outside(["run"], () => values = cell.run(cell.inputs));
  if (failed.length > 0) return failed;
  if (typeof (values as unknown as Promise<unknown>).then === "function") {
    return [cellProblem(
      cell,
      ["run"],
      wrongKind({ found: aPromise, needed: noWait }),
    )];
  }
  const kinds = Object.keys(cell.results).flatMap((name) => {
    const fault = faultOf(name in values ? values[name] : MISSING);
    return fault === undefined
      ? []
      : [cellProblem(cell, ["results", name], fault)];
  });
  if (kinds.length > 0) return kinds;
  const outcome = runCell(cell);
  const compared = Object.entries(outcome.comparisons).flatMap((
    [name, { relation }],
  ) => {
    const { printed = "", expected = "differs" } = cell.results[name]!;
    return relation === expected ? [] : [cellProblem(
      cell,
      ["results", name],
      notAsExpected({
        printed,
        relation: relationNames[relation],
        expected: relationNames[expected],
      }),
    )];
  });
  return [
    ...compared,
    ...outside(["worked"], () => cell.worked?.(cell.inputs, outcome.values)),
    ...outside(["picture"], () => {
      const picture = pictureOf(outcome);
      if (picture === undefined) return;
      for (const language of ["ja", "en"] as const) {
        drawPicture(picture, "checked", language).toString();
      }
    }),
  ];
}

const MISSING = Symbol("no value");

/** What is wrong with a value, by its kind. */
function faultOf(value: unknown): Text | undefined {
  const needs = (found: Text | string, needed: Text): Text =>
    wrongKind({ found, needed });
  if (value === MISSING) return needs(missing, aValue);
  if (value instanceof Promise) return needs(aPromise, noWait);
  if (Array.isArray(value) || ArrayBuffer.isView(value)) {
    return needs(aList, aValue);
  }
  if (value instanceof Matrix) {
    const numbers = value.toFloat64Array();
    return numbers.some(Number.isNaN) ? needs(notANumber, aNumber) : undefined;
  }
  if (Number.isNaN(value)) return needs(notANumber, aNumber);
  if (["number", "string", "undefined"].includes(typeof value)) {
    return undefined;
  }
  return needs(typeof value === "object" ? "object" : String(value), aValue);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
