/** Excel workbooks, put together part by part as Excel and openpyxl do. */
import { pack } from "../../scripts/workbook/pack.ts";

const MAIN =
  'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of sheets, each with its rows of XML. */
export function workbook(sheets: Record<string, string>): Uint8Array {
  const names = Object.keys(sheets);
  const parts = {
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${
      names.map((name, i) =>
        `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`
      ).join("")
    }</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${
        names.map((_, i) =>
          `<Relationship Id="rId${
            i + 1
          }" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${
            i + 1
          }.xml"/>`
        ).join("")
      }<Relationship Id="rId90" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml":
      `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
  const encoder = new TextEncoder();
  return pack(
    new Map(
      Object.entries(parts).map(([name, xml]) => [name, encoder.encode(xml)]),
    ),
  );
}

/** A cell with a text. */
export const textCell = (cell: string, xml: string): string =>
  `<c r="${cell}" t="inlineStr"><is><t>${xml}</t></is></c>`;
