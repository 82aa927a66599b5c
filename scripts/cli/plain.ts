/**
 * Text with the full-width letters, digits and signs of a Japanese keyboard
 * (`１２０`, `，`, `．`), its wide space, and the minus signs of typesetting
 * (`−`) as the ordinary ones. Nothing else changes: `①` and `²` stay what they
 * are, which Unicode's own normalisation would turn into 1 and 2.
 */
export function plainText(text: string): string {
  return text.replace(
    /[\uff01-\uff5e]/g,
    (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  ).replaceAll("\u3000", " ").replaceAll("\u2212", "-");
}
