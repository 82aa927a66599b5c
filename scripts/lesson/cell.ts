/**
 * What a cell of a lesson is: data, and a `run` that computes. The terminal,
 * and whatever else shows a lesson, are readings of this; nothing about a cell
 * is written twice. A page runs it in a browser.
 */
import type { Matrix } from "kobai";
import type { Text } from "../cli/message.ts";
import type { Picture } from "../figures/picture.ts";
import type { Helper } from "./helpers.ts";
import {
  allOf,
  bothOf,
  mapped,
  type Spoken,
  spoken,
  type Words,
} from "./spoken.ts";

/** What a reader may change: `--x "2,3"`, `--rate 0.1`, `--seed lesson`. */
export type Input = Matrix | number | string;

/**
 * Which numbers an input takes, where they set what a cell costs to run: steps,
 * units. Whoever changes it is told before anything runs.
 */
export interface Limit {
  readonly least: number;
  readonly most: number;
  /** Whether only whole numbers will do. */
  readonly whole?: boolean;
  /** How many numbers it may have. */
  readonly count?: number;
}

/**
 * What a cell computes; `undefined` is what a function without `return` gives.
 */
export type Value = Matrix | number | string | undefined;

/** How a computed value and a printed one compare. */
export type Relation =
  | "identical"
  | "rounding"
  | "differs"
  | "not reproducible";

/** One of the values that a cell shows. */
export interface Result<Said = Text> {
  /** What it is. */
  readonly label: Said;
  /** Shown as NumPy shows a vector. */
  readonly flat?: boolean;
  /** What the words that the code may give are in the reader's language. */
  readonly words?: Readonly<Record<string, Said>>;
  /** What the lecture printed, letter by letter. */
  readonly printed?: string;
  /**
   * How the two are expected to compare; anything else is a failure of the
   * lesson.
   */
  readonly expected?: Relation;
  /** Why the printed value cannot be had again. */
  readonly reason?: Said;
  /** Why it differs, where no erratum of this very cell says so. */
  readonly because?: Said;
  /**
   * The entry of tests/golden/notebook_cells.json that holds the value in full.
   */
  readonly golden?: string;
}

/**
 * A place where the lecture's code or text is wrong, and one sentence on why.
 */
export interface Erratum<Said = Text> {
  /** Its short name, the same in every cell that shows it. */
  readonly id: string;
  readonly why: Said;
}

/** The same computation in Python, with NumPy. */
export interface NumPyProgram<Name extends PropertyKey = string> {
  /** The program, which prints the values of some results. */
  readonly code: string;
  /** The results whose values it prints, in order. */
  readonly prints: readonly Name[];
}

/** What the author of a cell writes. */
export interface CellParts<
  Inputs extends Record<string, Input>,
  Values extends Record<string, Value>,
  Said = Words,
> {
  /** The number in the lecture: `Out [5]`, or a figure, or an equation. */
  readonly number: Said;
  readonly title: Said;
  /** Whether it goes beyond the lecture, which readers are told. */
  readonly beyond?: boolean;
  /**
   * A few sentences on what to look at: Markdown, with formulas between `$`.
   */
  readonly text: Said;
  /** In TeX. */
  readonly formula?: string;
  /** The question of an open exercise: its values are shown only on request. */
  readonly exercise?: Said;
  readonly inputs: Inputs;
  readonly limits?: { readonly [Name in keyof Inputs]?: Limit };
  /** The input that the lecture printed with 8 decimals only. */
  readonly rounded?: keyof Inputs & string;
  /**
   * Computes the values. What stands between its lines `// show` and `// end`
   * is shown to the reader.
   */
  run(inputs: Inputs): Values;
  /**
   * The formula with the numbers put in, a line or several of plain text:
   * `2 × 0.5 + 3 × 2 = 7`.
   */
  worked?(inputs: Inputs, values: Values): string;
  readonly results: { readonly [Name in keyof Values]: Result<Said> };
  /** The same in NumPy, for those who know Python. */
  readonly numpy?: NumPyProgram<keyof Values>;
  readonly errata?: readonly Erratum<Said>[];
  /**
   * The two numbers of an erratum, by its id: the names of the results that
   * hold the lecture's and the right one; one name alone stands for what was
   * printed for it and for its value.
   */
  readonly bothNumbers?: Readonly<
    Record<
      string,
      readonly (readonly [lecture: keyof Values, right?: keyof Values])[]
    >
  >;
  /**
   * Makes a picture of it from its own numbers; `run` gives it those of other
   * inputs.
   */
  picture?(
    inputs: Inputs,
    values: Values,
    run: (inputs: Inputs) => Values,
  ): [string] extends [Said] ? Spoken<Picture> : Picture;
}

/** A cell as data: it knows nothing of what reads it, nor where it stands. */
export type CellData = CellParts<
  Record<string, Input>,
  Record<string, Value>,
  Text
>;

/** A cell in its lesson, as the readings take it. */
export interface Cell extends CellData {
  /**
   * The name of its file, which begins with its section:
   * `4.2.3_02_sum_of_squared_errors`.
   */
  readonly name: string;
  readonly section: string;
  /** The address of its file. */
  readonly url: string;
  /** The path of its file from the kit's folder; else its address. */
  readonly file: string;
  /** The text of its file, which says what the code imports. */
  readonly source: string;
  /** The code that is shown. */
  readonly code: string;
  /** The files whose functions it uses. */
  readonly helpers: readonly Helper[];
}

/**
 * Makes a cell: its texts, its inputs and its `run`, whose types are checked
 * against each other.
 *
 * @param parts The cell.
 * @returns The same.
 * @throws {TypeError} If it is called as version 0.1.0 had it.
 */
export function defineCell<
  Inputs extends Record<string, Input>,
  Values extends Record<string, Value>,
>(parts: CellParts<Inputs, Values>): CellData {
  if (typeof parts === "string") throw new TypeError(oldForm);
  // A reading hands a cell its own inputs back, or ones of the same kinds; so
  // the types may widen.
  return told(parts as unknown as Told);
}

/** A cell whose texts may be single ones. */
type Told = CellParts<Record<string, Input>, Record<string, Value>>;

/** The cell with its texts for readers of both languages. */
function told({ exercise, errata, picture, ...rest }: Told): CellData {
  return {
    ...rest,
    number: bothOf(rest.number),
    title: bothOf(rest.title),
    text: bothOf(rest.text),
    ...(exercise === undefined ? {} : { exercise: bothOf(exercise) }),
    // Without types nobody tells an author that they are missing; the check
    // does.
    inputs: rest.inputs ?? {},
    results: mapped(rest.results ?? {}, (result): Result => {
      const { label, words, reason, because, ...others } = result;
      return {
        ...others,
        label: bothOf(label),
        ...(words === undefined ? {} : { words: allOf(words) }),
        ...(reason === undefined ? {} : { reason: bothOf(reason) }),
        ...(because === undefined ? {} : { because: bothOf(because) }),
      };
    }),
    ...(errata === undefined
      ? {}
      : { errata: errata.map(({ id, why }) => ({ id, why: bothOf(why) })) }),
    ...(picture === undefined ? {} : {
      picture: (inputs, values, run) =>
        spoken<Picture>(picture(inputs, values, run)),
    }),
  };
}

/**
 * Makes a cell that computes nothing: a text, and a formula or a picture.
 *
 * @param parts The cell.
 * @returns The cell, without inputs and results.
 */
export function defineText(
  parts: Pick<
    Told,
    "number" | "title" | "beyond" | "text" | "formula" | "picture" | "errata"
  >,
): CellData {
  return told({ ...parts, inputs: {}, run: () => ({}), results: {} });
}

const oldForm = "Cannot read a cell: defineCell(import.meta.url, source, " +
  "{ … }) is the form of 0.1.0, `defineCell({ … })` is needed, and as the " +
  "last line `if (import.meta.main) { await (await " +
  'import("…/terminal/main.ts")).cellMain(import.meta.url, cell); }`; ' +
  "セルの書き方が変わりました。この二つの形に直してください";
