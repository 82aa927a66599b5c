import { assert, assertEquals } from "@std/assert";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { howMany } from "../../_support/how_many.ts";
import { needs } from "../../_support/permission.ts";

const ROWS = howMany(50_000, 1_000_000);
/** In MB; a bare Deno takes 70 of them. */
const MOST = howMany(300, 512);
/** As much, however many rows there are. */
const MOST_IN_PARTS = 300;
const module = new URL("scripts/table/read_table.ts", CHECKOUT).href;

/**
 * Reads t.csv, and says how many rows it had and how many megabytes were ever
 * resident.
 */
const main = `
  import { readTable } from "${module}";
  let most = 0;
  const table = await readTable("t.csv", {
    numbers: ["words", "errors"],
    label: "score",
    keepRecords: Deno.args.length > 0,
    ...(Deno.args.includes("parts") ? { parts: { async take() {} } } : {}),
    onProgress: () => most = Math.max(most, Deno.memoryUsage().rss),
  });
  const last = table.numbers.map((column) => column.at(-1));
  console.log(JSON.stringify([table.rows, ...last, table.labels.at(-1)]));
  console.log(Math.round(most / 1e6));`;

Deno.test(
  `readTable() reads ${ROWS} rows in less than ${MOST} MB, and touches nothing but the file`,
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const row = (i: number): string => `${i},${i % 80},${i % 5}\n`;
    const text = Array.from({ length: ROWS }, (_, i) => row(i + 1)).join("");
    const file = folder.file("t.csv", `words,errors,score\n${text}`);
    const script = folder.file("main.ts", main);
    for (const args of [[], ["keep"], ["parts"]]) {
      const { stdout, stderr } = await runDeno(
        [
          ...["run", "--no-prompt", "--allow-read=t.csv"],
          ...["--config", new URL("deno.json", CHECKOUT).pathname],
          ...[script, ...args],
        ],
        {
          cwd: folder.path,
          env: { DENO_AUDIT_PERMISSIONS: `${folder.path}audit.jsonl` },
        },
      );
      assertEquals(stderr, "");
      const [read, megabytes] = stdout.trim().split("\n");
      const isInParts = args.includes("parts");
      assertEquals(
        JSON.parse(read!),
        isInParts ? [ROWS, null, null, null] : [ROWS, ROWS, ROWS % 80, "0"],
      );
      const most = isInParts ? MOST_IN_PARTS : MOST;
      assert(Number(megabytes) < most, `${args}: ${megabytes} MB`);
      const asked = Deno.readTextFileSync(`${folder.path}audit.jsonl`).trim()
        .split("\n").map((line) => JSON.parse(line))
        // where @std itself comes from is not for the script to say
        .filter(({ permission }) => permission !== "import")
        .map(({ permission, value }) => `${permission} ${value}`);
      // once as it was named, and once as the path that it is
      assertEquals(new Set(asked), new Set(["read t.csv", `read ${file}`]));
    }
  },
);
