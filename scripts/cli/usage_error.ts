/** A command line that cannot be followed. */
import type { Text } from "./message.ts";

/** A command line that cannot be followed; the text is for the reader. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  /** What is wrong, in both languages. */
  readonly text: Text;

  /** An error that says what is wrong. */
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
