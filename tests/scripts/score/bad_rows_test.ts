import { assertEquals } from "@std/assert";
import { badRowsText } from "../../../scripts/score/bad_rows.ts";
import { readTable } from "../../../scripts/score/read_table.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "badRowsText() writes what can be mended and read again",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const file = folder.file(
      "t.csv",
      '名前;words\r\nx;120\r\n"a\r\nb";many\r\ny"z;1\r\n',
    );
    const options = { features: ["words"], skipBadRows: true };
    const text = [...badRowsText(await readTable(file, options))].join("");
    assertEquals(
      text,
      '\ufeff名前;words\r\n"a\r\nb";many\r\ny"z;1\r\n',
    );
    const mended = folder.file(
      "mended.csv",
      text.replace("many", "7").replace('y"z', "yz"),
    );
    const table = await readTable(mended, { features: ["words"] });
    assertEquals([...table.features[0]!], [7, 1]);
  },
);
