/** How long a program may be. */
import type { Text } from "../../cli/message.ts";

/** In bytes: fifty times what the tasks take. */
export const longestSource = 200_000;

/** What is said of a longer one. */
export const tooLong: Text = {
  ja: "ファイルが 200 kB を超えています。",
  en: "The file is longer than 200 kB.",
};
