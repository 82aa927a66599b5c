/// <reference lib="dom" />
/** What the live figure shows at one moment. */
import type { Page } from "../_support/drive_browser.ts";

/** All that is to be seen in the live figure, as it is written there. */
export interface Reading {
  /**
   * The number fields, by their ids without `live-`: w11, ..., x1, x2, rate.
   */
  readonly fields: Record<string, string>;
  /** The sliders, by the same names. */
  readonly sliders: Record<string, string>;
  /** Fields that are marked as no number. */
  readonly invalid: string[];
  /** The class that is marked as the right one. */
  readonly target: number;
  readonly loss: string;
  readonly divided: string;
  readonly difference: string;
  readonly scores: string[];
  readonly probabilities: string[];
  /** The bars' heights in pixels, and that of the whole. */
  readonly bars: number[];
  readonly barHeight: number;
  readonly definition: string[];
  readonly backpropagation: string[];
  /**
   * The arrows from tail to head, as shares of the slider's way; null where
   * there is none.
   */
  readonly arrows: (readonly [number, number] | null)[];
  readonly pathText: string;
  /** What was last read aloud. */
  readonly said: string;
  /** The path's points, in the picture's units. */
  readonly path: [number, number][];
  readonly play: string;
}

/** Reads the live figure. */
export function readFigure(page: Page): Promise<Reading> {
  return page.evaluate(() => {
    const all = <E extends Element = HTMLElement>(selector: string): E[] => [
      ...document.querySelectorAll<E>(`#live ${selector}`),
    ];
    const texts = (selector: string): string[] =>
      all(selector).map((element) => element.textContent ?? "");
    const numbers = all<HTMLInputElement>("input[type=text]");
    const nameOf = (input: HTMLInputElement): string =>
      input.id.replace("live-", "");
    const sliderOf = (input: HTMLInputElement): HTMLInputElement => {
      const [attribute] = Object.keys(input.dataset);
      return all<HTMLInputElement>(
        `input[type=range][data-${attribute}="${input.dataset[attribute!]}"]`,
      )[0]!;
    };
    const points = all<SVGPolylineElement>("[data-path] polyline")[0]!
      .getAttribute("points")!;
    return {
      fields: Object.fromEntries(
        numbers.map((input) => [nameOf(input), input.value]),
      ),
      sliders: Object.fromEntries(
        numbers.map((input) => [nameOf(input), sliderOf(input).value]),
      ),
      invalid: numbers.filter((input) => input.ariaInvalid === "true").map(
        nameOf,
      ),
      target: all<HTMLInputElement>("input[type=radio]").findIndex((
        { checked },
      ) => checked),
      loss: texts("[data-loss]")[0]!,
      divided: texts("[data-divided]")[0]!,
      difference: texts("[data-difference]")[0]!,
      scores: texts("[data-score]"),
      probabilities: texts("[data-probability]"),
      bars: all("[data-bar]").map((bar) => bar.getBoundingClientRect().height),
      barHeight: all(".live-probability")[0]!.clientHeight,
      definition: texts("[data-definition]"),
      backpropagation: texts("[data-backpropagation]"),
      arrows: all("[data-arrow]").map((arrow) => {
        const way = arrow.parentElement!.getBoundingClientRect();
        const { left, right } = arrow.getBoundingClientRect();
        const ends = [left, right].map((x) => (x - way.left) / way.width) as [
          number,
          number,
        ];
        return arrow.className === "none"
          ? null
          : arrow.className === "left"
          ? [ends[1], ends[0]] as const
          : ends;
      }),
      pathText: texts("[data-path-text]")[0]!,
      said: texts("[data-said]")[0]!,
      path: points.split(" ").map((point) =>
        point.split(",").map(Number) as [number, number]
      ),
      play: texts("[data-action=play]")[0]!,
    };
  });
}
