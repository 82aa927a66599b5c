/** One HTML file that needs no other, no script and no network. */
import type { Language, Text } from "../../cli/message.ts";
import { Markup, markup, type Part } from "../../figures/markup.ts";

/** What a report says; its texts are already in its language, and plain. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  /** What was done with which file: a paragraph each. */
  readonly summary: readonly string[];
  /** What the reader should beware of. */
  readonly warnings?: readonly string[];
  readonly sections: readonly ReportSection[];
  /** The last line: which version, command and seed made this. */
  readonly footer?: string;
}

/** A part of a report: what it has stands in this order. */
export interface ReportSection {
  /** Not needed above a picture, which has its own. */
  readonly heading?: string;
  readonly text?: readonly string[];
  readonly table?: ReportTable;
  /** A picture of this folder, as it was made. */
  readonly figure?: string;
  /** What to see in the picture. */
  readonly caption?: string;
}

/** A table; numbers are given as they are to be shown. */
export interface ReportTable {
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly (readonly string[])[];
  /** The columns that hold texts besides the first, counted from 0. */
  readonly texts?: readonly number[];
  /** The row that matters most, counted from 0. */
  readonly best?: number;
}

/** Light on every screen and on paper: the pictures are drawn on white. */
const STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2rem 1.25rem 3rem; max-width: 52rem;
  background: #fff; color: #1a1a1a;
  font: 1rem/1.65 system-ui, "Hiragino Sans", "Yu Gothic UI", "Yu Gothic", "Noto Sans CJK JP", "Noto Sans JP", sans-serif;
  overflow-wrap: break-word;
}
h1 { margin: 0 0 1rem; font-size: 1.7rem; line-height: 1.3; }
section { margin-top: 2.5rem; }
h2 { margin: 0 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid #1d3f72; font-size: 1.25rem; line-height: 1.4; }
p { margin: .5rem 0; }
.warnings { margin: 1.5rem 0; padding: .75rem 1rem; border: 1px solid #c2410c; border-left-width: .5rem; background: #fff7ed; }
.warnings ul { margin: .25rem 0 0; padding-left: 1.25rem; }
.table { overflow-x: auto; }
table { margin: 1rem 0; border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .55rem; border-bottom: 1px solid #c8c8c8; text-align: right; white-space: nowrap; }
thead th { border-bottom: 2px solid #1a1a1a; vertical-align: bottom; white-space: normal; word-break: keep-all; }
th:first-child, .text { text-align: left; }
th:first-child { padding-left: .25rem; }
td.text:last-child { white-space: normal; }
tbody th { font-weight: 400; }
tr.best th, tr.best td { font-weight: 700; background: #eef3f9; }
figure { margin: 1rem 0; overflow-x: auto; }
figure svg { display: block; min-width: 26rem; max-width: 100%; height: auto; }
figcaption { margin-top: .25rem; color: #444; font-size: .9rem; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid #c8c8c8; color: #555; font-size: .85rem; }
@page { margin: 16mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, p:has(~ .table) { break-after: avoid; }
  p, figure, .table, .warnings { break-inside: avoid; }
  section, footer { margin-top: 1.25rem; }
  figure { margin: .5rem 0; }
  figure svg { min-width: 0; max-height: 225mm; zoom: .75; }
  .table, figure { overflow: visible; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/**
 * Writes a report as one HTML file.
 *
 * @param report What it says.
 * @returns The file's text.
 */
export function reportHtml(report: Report): string {
  const { language, title, summary, warnings = [], sections, footer } = report;
  return markup`<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs(summary)}${warningBox(warnings, language)}${
    sections.map(section)
  }</main>
${footer === undefined ? "" : markup`<footer>${footer}</footer>\n`}</body>
</html>
`.toString();
}

function paragraphs(texts: readonly string[]): Part {
  return texts.map((text) => markup`<p>${text}</p>\n`);
}

const warningsHeading: Text = { ja: "注意", en: "Beware" };

function warningBox(warnings: readonly string[], language: Language): Part {
  if (warnings.length === 0) return "";
  return markup`<div class="warnings" role="note">
<strong>${warningsHeading[language]}</strong>
<ul>
${warnings.map((text) => markup`<li>${text}</li>\n`)}</ul>
</div>
`;
}

function section(
  { heading, text = [], table, figure, caption }: ReportSection,
): Part {
  const below = caption === undefined
    ? ""
    : markup`<figcaption>${caption}</figcaption>\n`;
  return markup`<section>
${heading === undefined ? "" : markup`<h2>${heading}</h2>\n`}${
    paragraphs(text)
  }${table === undefined ? "" : tableHtml(table)}${
    figure === undefined
      ? ""
      : markup`<figure>\n${new Markup(figure)}${below}</figure>\n`
  }</section>
`;
}

function tableHtml({ head, rows, texts = [], best }: ReportTable): Part {
  const kind = (column: number) =>
    texts.includes(column) ? new Markup(' class="text"') : "";
  return markup`<div class="table"><table>
<thead><tr>${
    head.map((text, i) => markup`<th scope="col"${kind(i)}>${text}</th>`)
  }</tr></thead>
<tbody>
${
    rows.map(([name = "", ...cells], i) =>
      markup`<tr${
        i === best ? new Markup(' class="best"') : ""
      }>${markup`<th scope="row">${name}</th>`}${
        cells.map((text, i) => markup`<td${kind(i + 1)}>${text}</td>`)
      }</tr>\n`
    )
  }</tbody>
</table></div>
`;
}
