import { assertEquals } from "@std/assert";
import { readSubmission } from "../../../scripts/grade/submitted_file.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

Deno.test(
  "readSubmission() reads texts and says what else it found",
  needs("read", "write"),
  () => {
    using folder = temporaryFolder();
    const read = (name: string, content: string | readonly number[]) =>
      readSubmission({ path: folder.file(name, content) });
    assertEquals(read("a.ts", "\ufeff良い"), { source: "良い" });
    assertEquals(read("b.ts", ""), { source: "" });
    assertEquals(read("c.ts", [0x93, 0xfa, 0x96, 0x7b]), { source: "日本" });
    assertEquals(read("d.ts", [65, 0, 0]), { refusal: "noText" });
    assertEquals(read("e.ts", "x".repeat(200_001)), {
      refusal: "tooLong",
    });
    assertEquals(read("f.html", "<p>1 &lt; 2</p>"), { source: "1 < 2\n" });
    // An editor may say more of a word than the word does.
    const style = `<span style="${"color: blue; ".repeat(50)}">x</span>`;
    assertEquals(read("g.html", style.repeat(400)), {
      source: "x".repeat(400),
    });
    assertEquals(read("h.html", "x".repeat(200_001)), { refusal: "tooLong" });
    assertEquals(readSubmission({ path: `${folder.path}nothing.ts` }), {
      refusal: "unreadable",
    });
    assertEquals(readSubmission({ path: folder.path }), {
      refusal: "symbolicLink",
    });
    assertEquals(readSubmission({ refusal: "noFile" }), {
      refusal: "noFile",
    });
  },
);
