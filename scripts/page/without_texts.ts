/** A page's program without the texts that stand in the page. */
import type { Text } from "../cli/message.ts";
import { allNodes, isNode, type Node } from "../exercise/program/node.ts";
import { parseJavaScript } from "../exercise/program/parse.ts";

/** Where cells and exercises have what is only read. */
const READ = ["text", "exercise", "formula", "why", "code"];

/**
 * Leaves out what readers of a page have before them already, and its program
 * never asks for.
 *
 * @param script A program.
 * @param texts What is left out; what is not there may be among them.
 */
export function withoutTexts(
  script: string,
  texts: readonly (Text | string | undefined)[],
): string {
  const parsed = parseJavaScript(script);
  if ("problem" in parsed) {
    const { text, line, column } = parsed.problem;
    throw new SyntaxError(
      `Cannot read the page's program: ${line}:${column} ${text.en}`,
    );
  }
  const known = new Set<unknown>(
    texts.filter((text) => text !== undefined)
      .flatMap((text) =>
        typeof text === "string" ? [text] : [text.ja, text.en]
      ),
  );
  const places = allNodes(parsed.tree)
    .filter(({ type, key }) =>
      type === "Property" && isNode(key) && READ.includes(String(key.name))
    )
    .flatMap(({ value }) => allNodes(value as Node))
    .filter((node) => known.has(textOf(node)))
    .sort((a, b) => b.start - a.start);
  for (const { start, end } of places) {
    script = `${script.slice(0, start)}""${script.slice(end)}`;
  }
  return script;
}

/** The text that a node is; nothing of the kind where it is none. */
function textOf({ type, value, quasis }: Node): unknown {
  if (type === "Literal") return value;
  if (type !== "TemplateLiteral") return undefined;
  const parts = quasis as { readonly value: { readonly cooked: string } }[];
  return parts.length === 1 ? parts[0]!.value.cooked : undefined;
}
