/** What there is to find in a platform's table of marks. */
import type { Listed } from "../roster.ts";
import type { Cell } from "./csv_cells.ts";

/** Where a student's mark goes. */
export interface GradebookRow {
  readonly listed: Listed;
  readonly mark: Cell;
  /** What else Moodle's worksheet says of the student, before the mark. */
  readonly before: readonly string[];
}

/** What a platform's table says of itself. */
export interface GradebookColumns {
  readonly platform: "moodle" | "canvas";
  readonly rows: readonly GradebookRow[];
  /** The most points, as they are written there; empty if it is not said. */
  readonly most: string;
  /** Cells whose words are the students' own, and no mark or heading. */
  readonly ofStudents: readonly Cell[];
}
