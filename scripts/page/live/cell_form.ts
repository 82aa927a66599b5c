/// <reference lib="dom" />
/** The fields in which a reader changes a cell's inputs. */
import { type Language, message, type Text } from "../../cli/message.ts";
import type { CellData, Input } from "../../lesson/cell.ts";
import { inputText, readInput } from "../../lesson/input.ts";
import { changedInputs } from "../../lesson/words.ts";
import type { Answer, Parts } from "./answer.ts";
import { type Calculator, type NoAnswer, PATIENCE } from "./calculator.ts";
import { make, say } from "./elements.ts";
import { faultOf } from "./number_field.ts";

const back: Text = { ja: "もとの入力に戻す", en: "Back to the first inputs" };
const howToWrite: Text = {
  ja:
    "数はコンマか空白で区切り、行ごとに改行します。表計算ソフトのセルも貼り付けられます。",
  en:
    "Commas or spaces between numbers, a line for each row; cells of a spreadsheet can be pasted.",
};
const tooLong = message({
  ja: "{seconds} 秒たっても終わらないので止めました。表示は前の値のままです。",
  en:
    "Stopped, because it took more than {seconds} seconds; what is shown is still the last that was computed.",
});

const noWorker: Text = {
  ja: "このブラウザーでは計算できません（ワーカーが動きません）。",
  en: "This browser cannot compute it: no worker runs here.",
};

/** A field for one input. */
interface Field {
  readonly name: string;
  readonly input: Input;
  readonly element: HTMLInputElement | HTMLTextAreaElement;
  readonly first: string;
  readonly fault: HTMLElement;
}

/**
 * Makes a cell's inputs changeable.
 *
 * @param place The fold in which its fields are to stand; they are made when it
 * is opened.
 */
export function makeChangeable(
  place: HTMLDetailsElement,
  number: string,
  cell: CellData,
  language: Language,
  calculator: Calculator,
): void {
  place.hidden = false;
  place.addEventListener("toggle", () => {
    calculator.start();
    new CellForm(place, number, cell, language, calculator);
  }, { once: true });
}

class CellForm {
  readonly #section: HTMLElement;
  readonly #fields: readonly Field[];
  readonly #note: HTMLElement;
  /** The parts as they came with the page. */
  readonly #first: ReadonlyMap<HTMLElement, string>;
  /** Counts what was asked, so that only the last answer is shown. */
  #turn = 0;

  constructor(
    place: HTMLElement,
    readonly number: string,
    readonly cell: CellData,
    readonly language: Language,
    readonly calculator: Calculator,
  ) {
    this.#section = place.closest<HTMLElement>(".cell")!;
    const parts = this.#section.querySelectorAll<HTMLElement>("[data-part]");
    this.#first = new Map(
      [...parts].map((part) => [part, part.innerHTML]),
    );
    this.#fields = Object.entries(cell.inputs)
      .map(([name, input]) => this.#field(name, input));
    this.#note = make("p", { className: "change-note", role: "status" });
    const button = make("button", {
      type: "button",
      textContent: back[language],
    });
    button.addEventListener("click", () => this.#reset());
    const isMatrix = this.#fields.some(({ input }) =>
      typeof input === "object"
    );
    const hint = make("p", {
      className: "change-hint",
      textContent: howToWrite[language],
    });
    const fields = make("div", { className: "change-fields" });
    fields.append(
      ...this.#fields.map(({ element, fault }) => {
        const label = make("label", { htmlFor: element.id });
        label.append(make("code", { textContent: element.dataset.input! }));
        const row = make("div", { className: "change-field" });
        row.append(label, element, fault);
        return row;
      }),
    );
    place.append(...isMatrix ? [hint] : [], fields, this.#note, button);
  }

  #field(name: string, input: Input): Field {
    const isMatrix = typeof input === "object";
    const element = make(isMatrix ? "textarea" : "input", {
      id: `change-${this.number}-${name}`,
      autocomplete: "off",
      spellcheck: false,
    });
    element.dataset.input = name;
    const first = fieldText(input);
    element.value = first;
    element.setAttribute("autocapitalize", "off");
    // A telephone's pad of decimals has no minus everywhere.
    const { least = -Infinity } = this.cell.limits?.[name] ?? {};
    if (typeof input === "number" && (least >= 0 || input > 0 && input < 1)) {
      element.inputMode = "decimal";
    }
    if (element instanceof HTMLTextAreaElement) {
      element.rows = first.split("\n").length;
      element.wrap = "off";
    }
    const fault = make("p", {
      className: "change-fault",
      id: `${element.id}-fault`,
      role: "status",
    });
    element.setAttribute("aria-describedby", fault.id);
    element.addEventListener("input", () => this.#follow());
    return { name, input, element, first, fault };
  }

  /** Takes what stands in the fields, if all of it can be read. */
  #follow(): void {
    const written: Record<string, string> = {};
    let isWhole = true;
    for (const { name, input, element, fault } of this.#fields) {
      const limit = this.cell.limits?.[name];
      const found = faultOf(element.value, limit, this.language, input);
      isWhole &&= found === "";
      say(fault, found);
      if (found === "") element.removeAttribute("aria-invalid");
      else element.setAttribute("aria-invalid", "true");
      if (found === "" && !isSame(element.value, input)) {
        written[name] = element.value;
      }
    }
    if (!isWhole) return;
    if (Object.keys(written).length === 0) return this.#restore();
    const { number: cell, language } = this;
    const turn = ++this.#turn;
    this.calculator.ask({ cell, written, language }, (answer) => {
      if (turn === this.#turn) this.#show(answer);
    });
  }

  #show(answer: Answer | NoAnswer): void {
    if (answer === "failed") return say(this.#note, noWorker[this.language]);
    if (answer === "late") {
      const seconds = PATIENCE / 1000;
      return say(this.#note, tooLong({ seconds })[this.language]);
    }
    if ("fault" in answer) return say(this.#note, answer.fault);
    const { parts } = answer;
    for (const part of this.#first.keys()) {
      const name = part.dataset.part as keyof Parts;
      if (name === "inputs" || name === "worked") {
        part.textContent = parts[name];
      } else part.innerHTML = parts[name];
    }
    this.#section.classList.add("changed");
    say(this.#note, changedInputs[this.language]);
  }

  #reset(): void {
    for (const { element, first, fault } of this.#fields) {
      element.value = first;
      element.removeAttribute("aria-invalid");
      say(fault, "");
    }
    this.#restore();
  }

  #restore(): void {
    this.#turn++;
    for (const [part, html] of this.#first) part.innerHTML = html;
    this.#section.classList.remove("changed");
    say(this.#note, "");
  }
}

/** Whether an input was only written in another way. */
function isSame(written: string, input: Input): boolean {
  return inputText(readInput(written, input)) === inputText(input);
}

/** An input as it is written in a field. */
function fieldText(input: Input): string {
  return typeof input === "object"
    ? input.toArray().map((row) => row.join(", ")).join("\n")
    : String(input);
}
