/** A cell with other inputs, as the parts of a page that follow from them. */
import type { Language, Text } from "../../cli/message.ts";
import { markup } from "../../figures/markup.ts";
import type { CellData } from "../../lesson/cell.ts";
import { readInput } from "../../lesson/input.ts";
import { type Outcome, runCell } from "../../lesson/run.ts";
import { badInput } from "../../lesson/words.ts";
import {
  inputsText,
  pictureMarkup,
  resultsMarkup,
  workedText,
} from "../cell_parts.ts";

/** The cells of a page, by their numbers. */
export type Cells = Readonly<Record<string, CellData>>;

/** What a page asks. */
export interface Question {
  /** The number of the cell. */
  readonly cell: string;
  /** The inputs that were changed, as they were written. */
  readonly written: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** The parts of a cell, by their `data-part`; or why there are none. */
export type Answer =
  | { readonly parts: Parts }
  | { readonly fault: string };

/** Texts for `worked` and `inputs`, markup for the others. */
export interface Parts {
  readonly inputs: string;
  readonly worked: string;
  readonly picture: string;
  readonly results: string;
}

const noPicture: Text = {
  ja: "この入力では図は描けません。",
  en: "There is no picture for these inputs.",
};

/** Its values may have other shapes than a picture needs. */
function pictureOrWhy(
  outcome: Outcome<CellData>,
  number: string,
  language: Language,
): string {
  try {
    const picture = pictureMarkup(outcome, `picture-${number}`, language);
    return picture?.toString() ?? "";
  } catch {
    return markup`<figcaption>${noPicture[language]}</figcaption>`.toString();
  }
}

/** Computes a cell. */
export function answerTo(cells: Cells, question: Question): Answer {
  const { cell: number, written, language } = question;
  const cell = cells[number]!;
  try {
    const changes = Object.fromEntries(
      Object.entries(written).map(([name, text]) => [
        name,
        readInput(text, cell.inputs[name]!, cell.limits?.[name]),
      ]),
    );
    const outcome = runCell(cell, changes);
    return {
      parts: {
        inputs: inputsText(outcome),
        worked: workedText(outcome),
        picture: pictureOrWhy(outcome, number, language),
        results: resultsMarkup(outcome, language).toString(),
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { fault: badInput({ error: reason })[language] };
  }
}
