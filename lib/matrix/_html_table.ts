/**
 * A matrix as HTML: a table, and NumPy's text below it. The table has the
 * numbers as they stand in the text: as many digits, and dots where a large
 * matrix is cut short.
 *
 * @param text What a matrix prints: `array([[1., 2.], [3., 4.]])`, or a float
 * for 1×1.
 * @returns HTML. Only digits, signs and names of numbers stand in it, so
 * nothing is to be escaped.
 */
export function matrixHtml(text: string): string {
  const below = `<pre>${text}</pre>`;
  if (text.startsWith("array([],")) return below;
  // The innermost lists are rows; dots outside of them stand for rows that are
  // left out.
  const rows = text.match(/\[[^[\]]*\]|\.\.\./g) ?? [text];
  const body = rows.map((row) => {
    const numbers = row.replace(/[[\]\s]/g, "").split(",");
    return `<tr>${numbers.map(cell).join("")}</tr>`;
  });
  return `<table><tbody>${body.join("")}</tbody></table>${below}`;
}

function cell(text: string): string {
  return `<td style="text-align:right">${text}</td>`;
}
