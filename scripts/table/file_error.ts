/** What is wrong with a file, told to its owner in either language. */
import type { Text } from "../cli/message.ts";

/** A file that cannot be used; the message itself is in English. */
export class FileError extends RangeError {
  override readonly name: string = "FileError";
  /** The whole message for the reader, of one line or more. */
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/**
 * A text as it is shown in a message: in quotes, on one line, not too long, and
 * what is invisible by its number.
 */
export function quoted(text: string): string {
  const short = [...text.slice(0, 60)];
  const cut = short.length > 40 ? `${short.slice(0, 39).join("")}…` : text;
  return JSON.stringify(cut).replace(
    /\p{Cf}/gu,
    (sign) => `\\u{${sign.codePointAt(0)!.toString(16)}}`,
  );
}
