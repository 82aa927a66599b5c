/** What the worker that checks a lesson tells, one thing after the other. */
import type { Text } from "../cli/message.ts";

/** A message of the worker. */
export type Report =
  /** It begins with a cell. */
  | { readonly kind: "cell"; readonly name: string }
  /** It found so much wrong. */
  | { readonly kind: "done"; readonly problems: readonly Text[] }
  /** The file exports no lesson. */
  | { readonly kind: "no lesson" }
  /** The file cannot be loaded; a text where it is the lesson's own fault. */
  | { readonly kind: "unloaded"; readonly error: string; readonly text?: Text };
