/** A failure that is no fault of the command line. */
import type { Text } from "./message.ts";

/** What failed, in the reader's language; the script ends with exit code 1. */
export class Failure extends Error {
  override readonly name = "Failure";
  /** What failed, and what is needed. */
  readonly text: Text;

  /** A failure that says so. */
  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}
