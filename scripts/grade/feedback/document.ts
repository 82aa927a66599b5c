/** An HTML document that needs no other file, no network and no script. */
import type { Language } from "../../cli/message.ts";
import { Markup, markup, type Part } from "../../figures/markup.ts";

/** The style sheet of all pages. */
export function readStyle(): Promise<string> {
  return Deno.readTextFile(new URL("page.css", import.meta.url));
}

/** What a document is made of. */
export interface DocumentParts {
  readonly title: string;
  readonly language: Language;
  readonly style: string;
  readonly body: Part;
}

/** The document: nothing is loaded or run, whatever is in it. */
export function htmlDocument(
  { title, language, style, body }: DocumentParts,
): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
${new Markup(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.toString();
}
