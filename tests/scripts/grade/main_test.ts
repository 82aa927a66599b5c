import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { UsageError } from "../../../scripts/cli/usage_error.ts";
import { gradeMain } from "../../../scripts/grade/main.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";
import { writeSubmissions } from "./grading.ts";

Deno.test(
  "gradeMain() says what it cannot follow, before anything is graded",
  needs("read", "write"),
  async () => {
    using folder = temporaryFolder();
    const empty = `${folder.path}empty`;
    Deno.mkdirSync(empty);
    const bad = folder.file("bad.json", '{ "cases": [{ "call": "softmax" }] }');
    const list = folder.file("list.csv", "学籍番号,氏名\na,山田\n");
    const one = writeSubmissions(`${folder.path}one`, { a: "" });
    const out = `${folder.path}out`;
    const wrong: [string[], RegExp][] = [
      [[], /^Name one folder or archive of submissions\. --help shows how\.$/],
      [[one], /^Name a folder for the results with --out\.$/],
      [[one, empty, "--out", out], /^Name one folder/],
      [[one, "--out", one], /^.*one is in the folder of submissions, /],
      [[`${one}/`, "--out", `${one}/out`], /^.*one\/out is in the folder of /],
      [[`${one}x`, "--out", out], /^There is no folder or archive .*onex\.$/],
      [[empty, "--out", out], /^There are no submissions in .*empty\.$/],
      [
        [bad, "--out", out],
        /^.*bad\.json is neither a folder of submissions nor a ZIP archive that can be read, download it again, or unpack it and name the folder: no directory stands at the end of its 36 bytes, /,
      ],
      [
        [one, "--out", out, "--gradebook", list],
        /^Cannot use .*list\.csv: it is neither Moodle's grading worksheet nor Canvas's gradebook; a class list is named with --roster$/,
      ],
      [
        [one, "--out", out, "--shard", "3/2"],
        /^--shard needs a part such as 2\/8, found "3\/2"\.$/,
      ],
      [
        [one, "--out", out, "--jobs", "0"],
        /^--jobs needs an integer of 1 or more, found "0"\.$/,
      ],
      [
        [one, "--out", out, "--cases", bad],
        /^Cannot use .*bad\.json: cases\[0\]: "arguments" must be a list for \(scores\)$/,
      ],
      [
        [one, "--out", out, "--cases", `${bad}x`],
        /^There is no file .*bad\.jsonx\.$/,
      ],
      [[one, "--out", bad], /^.*bad\.json is no folder, so that no results /],
      [
        [one, "--out", out, "--reume"],
        /^There is no option --reume\. Near it: --resume/,
      ],
    ];
    for (const [args, says] of wrong) {
      const { text } = await assertRejects(() => gradeMain(args), UsageError);
      assertMatch(text.en, says);
    }
    const { text } = await assertRejects(
      () => gradeMain([one, "--out", out, "--cases", bad]),
      UsageError,
    );
    assertEquals(
      text.ja,
      `${bad} は使えません：cases[0]："arguments" には (scores) に渡す値を並べてください`,
    );
  },
);
