/** What a notebook is made of, in the format that Jupyter reads. */
import { linesOf, type Output } from "./outputs.ts";

/** A cell of a notebook. */
export interface NotebookCell {
  readonly cell_type: "markdown" | "code";
  readonly id: string;
  readonly metadata: Record<string, unknown>;
  readonly source: string | string[];
  readonly attachments?: Record<string, Record<string, string>>;
  readonly execution_count?: number | null;
  readonly outputs?: readonly Output[];
}

/** A cell with a text. */
export function markdown(id: string, text: string): NotebookCell {
  return {
    cell_type: "markdown",
    id: idOf(id),
    metadata: {},
    source: linesOf(text),
  };
}

/** A cell with code, and what it displayed. */
export function code(
  id: string,
  text: string,
  outputs: readonly Output[],
): NotebookCell {
  return {
    cell_type: "code",
    execution_count: null,
    id: idOf(id),
    metadata: {},
    outputs,
    source: linesOf(text),
  };
}

/** A cell's name, in the letters that notebooks allow in it. */
function idOf(name: string): string {
  return name.replace(/[^A-Za-z0-9_-]/g, "-").slice(0, 64);
}
