/** A formula in TeX as MathML, which browsers set by themselves. */
import temml from "temml";
import { Markup } from "../figures/markup.ts";

/** Sets a formula inside a line of text. */
export function inlineMath(tex: string): Markup {
  return new Markup(temml.renderToString(tex, { throwOnError: true }));
}

/**
 * Sets a formula.
 *
 * @param tex The formula.
 * @returns A `<math>` element, on a line of its own.
 * @throws {temml.ParseError} If it is no TeX.
 */
export function mathMarkup(tex: string): Markup {
  return new Markup(
    temml.renderToString(tex, { displayMode: true, throwOnError: true }),
  );
}
