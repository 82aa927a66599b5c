/**
 * CSV as teachers' programs write it, and what its records are: the parser of
 * `@std/csv` and its stand-in must both give these.
 */

/**
 * A text, and its records: their fields, or "?" where the quotes do not fit.
 */
export type CsvCase = readonly [
  what: string,
  text: string,
  records: readonly (readonly string[] | "?")[],
];

const long = "x".repeat(300_000);

/** The cases. */
export const csvCases: readonly CsvCase[] = [
  ["LF", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]],
  ["CR LF", "a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]],
  ["no break at the end", "a,b\n1,2", [["a", "b"], ["1", "2"]]],
  ["CR at the end", "a,b\n1,2\r", [["a", "b"], ["1", "2"]]],
  ["CR LF inside quotes", 'a,"b\r\nc"\r\n1,2\r\n', [["a", "b\nc"], ["1", "2"]]],
  ["blank lines inside quotes", 'a,"b\r\n\r\nc"\n', [["a", "b\n\nc"]]],
  ["CR inside a field", "a\rb,c\n", [["a\rb", "c"]]],
  ["CR inside quotes", '"a\rb",c\n', [["a\rb", "c"]]],
  ["blank lines", "\r\na\n\n\r\nb\n", [["a"], ["b"]]],
  ["empty fields", ',,\n"",""\n', [["", "", ""], ["", ""]]],
  ["doubled quotes", '"a ""b""",""""\n', [['a "b"', '"']]],
  ["separators inside quotes", '"a,b",c\n', [["a,b", "c"]]],
  ["spaces", ' a , "\n', ["?"]],
  ["spaces kept", " a , b \n", [[" a ", " b "]]],
  ["quote inside a field", 'a"b,1\nc,2\n', ["?", ["c", "2"]]],
  ["letters behind a quote", '"a"b,1\nc,2\n', ["?", ["c", "2"]]],
  ["quote that never ends", '"a,1\nc,2\n', ["?", ["c", "2"]]],
  [
    "quote that does not fit in a long row",
    `a,1\n${long}"${long},2\nc,3\n`,
    [["a", "1"], "?", ["c", "3"]],
  ],
  [
    "letters behind a quote in a long row",
    `"${long}"x${long},2\r\nc,3\r\n`,
    ["?", ["c", "3"]],
  ],
  ["a long field", `${long},"${long}"\n1,2\n`, [[long, long], ["1", "2"]]],
  ["letters beyond the basic plane", "𠮷,😀\n", [["𠮷", "😀"]]],
  ["nothing", "", []],
  ["line breaks alone", "\n\r\n\n", []],
];
