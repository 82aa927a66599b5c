/**
 * What the reader of workbooks would lose, put so that it keeps it.
 */

/** A sheet's XML, and what was found in it. */
export interface Mended {
  readonly xml: string;
  /** The cells, such as `C2`, of formulas without a stored value. */
  readonly formulas: readonly string[];
}

/**
 * Letters beyond the basic plane that are written as numbers, as themselves:
 * `&#134071;` is 𠮷, which the reader takes for ஷ.
 */
export function withLetters(xml: string): string {
  return xml.replace(/&#(x[0-9a-f]+|\d+);/gi, (reference, digits: string) => {
    const code = Number(/^x/i.test(digits) ? `0${digits}` : digits);
    const isBeyond = code > 0xffff && code <= 0x10ffff;
    return isBeyond ? String.fromCodePoint(code) : reference;
  });
}

/**
 * A formula without a stored value becomes the text of the formula, and an
 * error such as `#N/A` its text: the reader would leave both empty.
 *
 * @param xml The sheet.
 */
export function mendCells(xml: string): Mended {
  const formulas: string[] = [];
  const mended = xml.replace(
    /<c\b([^>]*[^>/]|)>((?:(?!<\/c>)[^])*)<\/c>/g,
    (cell, attributes: string, content: string) => {
      const [, formula] = /<f\b[^>]*>([^<]*)<\/f>/.exec(content) ?? [];
      const hasFormula = /<f\b/.test(content);
      const hasValue = /<(v|is)\b[^>]*>[^<]|<is\b/.test(content);
      const isText = /\bt="str"/.test(attributes);
      // `t="str"` with an empty value is a formula that gives an empty text.
      const isEmptyText = isText && /<v\b/.test(content);
      if (hasFormula && !hasValue && !isEmptyText) {
        const place = /\br="([^"]*)"/.exec(attributes)?.[1] ?? "?";
        formulas.push(place);
        const others = attributes.replace(/\s+t="[^"]*"/, "");
        return `<c${others} t="inlineStr"><is><t>=${
          formula ?? ""
        }</t></is></c>`;
      }
      return /\bt="e"/.test(attributes)
        ? cell.replace(/\bt="e"/, 't="str"')
        : cell;
    },
  );
  return { xml: mended, formulas };
}
