/** Scoring a table that is an Excel workbook. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { needs } from "../../_support/permission.ts";
import { type Desk, openDesk } from "../../_support/score_process.ts";

const needed = needs("run", "read", "write");

/** A desk with the made-up essays, as a workbook that openpyxl made. */
function deskWithEssays(): Desk {
  const desk = openDesk();
  for (const name of ["essays.xlsx", "essays.csv"]) {
    const from = new URL(`examples/data/made-up-essays/${name}`, CHECKOUT);
    Deno.writeFileSync(desk.path + name, Deno.readFileSync(from));
  }
  return desk;
}

Deno.test(
  "score reads from a workbook what it reads from the same table as CSV",
  needed,
  async () => {
    await using desk = deskWithEssays();
    const how = [
      ...["--text-column", "text", "--text-language", "en", "--json"],
      ...["--label", "grade", "--folds", "3", "--seeds", "1", "--hidden", "0"],
      ...["--features", "errors", "--lang", "en"],
    ];
    const csv = await desk.score("evaluate", "essays.csv", ...how);
    const xlsx = await desk.score("evaluate", "essays.xlsx", ...how);
    assertEquals([csv.code, xlsx.code], [0, 0], xlsx.stderr);
    const [one, other] = [csv, xlsx].map(({ stdout }) => JSON.parse(stdout));
    assertEquals({ ...other, table: one.table }, one);
    assertStringIncludes(
      xlsx.stderr,
      'essays.xlsx: the sheet "Essays" was read (others: "Notes"; --sheet',
    );
  },
);

Deno.test(
  "score predict writes the rows of a workbook as CSV",
  needed,
  async () => {
    await using desk = deskWithEssays();
    const trained = await desk.score(
      ...["train", "essays.xlsx", "--text-column", "text", "--hidden", "0"],
      ...["--text-language", "en", "--label", "grade", "--skip-evaluation"],
    );
    assertEquals(trained.code, 0, trained.stderr);
    const predict = (table: string) =>
      desk.score("predict", table, "--model", "out/model.json");
    const csv = await predict("essays.csv");
    const xlsx = await predict("essays.xlsx");
    assertEquals([csv.code, xlsx.code], [0, 0], xlsx.stderr);
    assertEquals(xlsx.stdout, csv.stdout);
  },
);

Deno.test(
  "score refuses options that a workbook, or CSV, has no use for",
  needed,
  async () => {
    await using desk = deskWithEssays();
    for (
      const [args, exit, said] of [
        [["essays.xlsx", "--separator", ","], 2, "--separator is for CSV"],
        [["essays.xlsx", "--encoding", "utf-8"], 2, "--encoding is for CSV"],
        [["essays.csv", "--sheet", "Notes"], 2, "--sheet needs an Excel"],
        [
          ["essays.xlsx", "--sheet", "Grades"],
          ...[
            1,
            'no sheet "Grades"; its sheets are "Essays", "Notes"',
          ] as const,
        ],
        // What was found out about a workbook is told even if it is refused.
        [["essays.xlsx"], 1, 'the sheet "Essays" was read'],
        [["missing.xlsx"], 1, "there is no such file"],
      ] as const
    ) {
      const { code, stdout, stderr } = await desk.score(
        ...["evaluate", ...args, "--lang", "en"],
      );
      assertEquals([code, stdout], [exit, ""], stderr);
      assertStringIncludes(stderr, said);
    }
  },
);
