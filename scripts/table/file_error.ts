/** What is wrong with a file, told to its owner in either language. */
import { fill, type Language, type Text } from "../cli/command_line.ts";

/** A sentence in the language asked for. */
export type Saying = (language: Language) => string;

/** A message with its blanks filled in; a blank may be a sentence itself. */
export function saying(
  text: Text,
  blanks: Readonly<Record<string, string | number | Saying>> = {},
): Saying {
  return (language) =>
    fill(
      text,
      language,
      Object.fromEntries(
        Object.entries(blanks).map((
          [name, blank],
        ) => [name, typeof blank === "function" ? blank(language) : blank]),
      ),
    );
}

/** A file or a request for it that cannot be followed; the message itself is in English. */
export class FileError extends RangeError {
  override readonly name: string = "FileError";
  /** The whole message for the reader, of one line or more. */
  readonly say: Saying;

  constructor(say: Saying) {
    super(say("en"));
    this.say = say;
  }
}

/** A text as it is shown in a message: in quotes, on one line, not too long. */
export function quoted(text: string): string {
  const short = [...text.slice(0, 60)];
  const cut = short.length > 40 ? `${short.slice(0, 39).join("")}…` : text;
  return JSON.stringify(cut);
}
