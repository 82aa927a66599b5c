/**
 * What is wrong with a cell as it is written: its fields, texts and formulas,
 * and the names that it uses.
 */
import { Matrix } from "kobai";
import temml from "temml";
import { message, type Text } from "../cli/message.ts";
import type { Cell } from "../lesson/cell.ts";
import {
  aList,
  aValue,
  cellProblem,
  messageOf,
  missingIn,
  type Path,
  unknownName,
} from "./problem.ts";
import { valueProblems } from "./value_problems.ts";

const badTex = message({
  ja: "TeX の式「{tex}」が読めません（{error}）。Temml が読める TeX が必要です",
  en:
    'has TeX that cannot be read, "{tex}" ({error}), TeX as Temml reads it is needed',
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
    missingIn(text).map((fault) => cellProblem(cell, path, fault))
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
        unknownName({
          found,
          known: known.length === 0 ? none : known.join(", "),
        }),
      )
    );
  for (const [name, { printed, expected }] of Object.entries(cell.results)) {
    if ((printed === undefined) !== (expected === undefined)) {
      problems.push(cellProblem(cell, ["results", name], printedAlone));
    }
  }
  return problems;
}
