import { assertEquals, assertRejects } from "@std/assert";
import {
  type ResultRecord,
  Results,
  ResultsInUse,
  ResultsTooOld,
} from "../../../scripts/grade/results.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { needs } from "../../_support/permission.ts";

const withFiles = needs("read", "write");

function record(
  student: string,
  more: Partial<ResultRecord> = {},
): ResultRecord {
  return {
    student,
    digest: "d",
    kit: "k",
    seed: "",
    status: "graded",
    points: 50,
    seconds: 0.5,
    tasks: [],
    ...more,
  };
}

async function readAll(path: string): Promise<ResultRecord[]> {
  using results = await Results.open(path);
  return await Array.fromAsync(results.read());
}

Deno.test("Results keeps what was added, line by line", withFiles, async () => {
  using folder = temporaryFolder();
  const path = `${folder.path}results.jsonl`;
  const numbers = [NaN, Infinity, -Infinity, 0.1];
  const strange = record("山田\n", {
    message: "NaN",
    tasks: [{
      task: 1,
      points: 0,
      mistake: "other",
      cases: [{
        number: 1,
        origin: "public",
        passed: false,
        fault: "value",
        result: { kind: "rows", rows: [numbers] },
      }],
    }],
  });
  {
    using results = await Results.open(path);
    results.add(record("a"));
    results.add(strange);
    assertEquals(Deno.readTextFileSync(path).split("\n").length, 3);
    assertEquals(await Array.fromAsync(results.read()), [record("a"), strange]);
  }
  assertEquals(await readAll(path), [record("a"), strange]);
});

Deno.test(
  "Results.open() refuses a file that another grader writes to",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}results.jsonl`;
    {
      using results = await Results.open(path);
      results.add(record("a"));
      await assertRejects(() => Results.open(path), ResultsInUse);
      results.add(record("b"));
    }
    assertEquals(await readAll(path), [record("a"), record("b")]);
  },
);

Deno.test(
  "Results.open() drops a last line that was cut off",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}results.jsonl`;
    const line = (student: string) => JSON.stringify(record(student));
    for (
      const cut of [
        line("b"),
        line("b").slice(0, 20),
        "{",
        "",
        "\u3042".slice(0, 1),
      ]
    ) {
      Deno.writeTextFileSync(path, `${line("a")}\n${cut}`);
      using results = await Results.open(path);
      assertEquals(Deno.readTextFileSync(path), `${line("a")}\n`);
      results.add(record("c"));
      assertEquals(Deno.readTextFileSync(path), `${line("a")}\n${line("c")}\n`);
    }
  },
);

Deno.test(
  "Results passes over lines that are no records",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const path = folder.file(
      "results.jsonl",
      [
        '{"student":"a","poi',
        "",
        "null",
        "5",
        '"a"',
        "[]",
        '{"student":"a"}',
        JSON.stringify(record("b")),
        "",
      ]
        .join("\n"),
    );
    assertEquals((await readAll(path)).map(({ student }) => student), ["b"]);
  },
);

Deno.test(
  "Results has the last word on a student, and its types",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}results.jsonl`;
    const types = [{ code: 2322, line: 5 }];
    {
      using results = await Results.open(path);
      results.add(record("a", { points: 1 }));
      results.add({ student: "a", digest: "d", types });
      results.add(record("b", { points: 100 }));
      results.add(record("c", { status: "load error" }));
      assertEquals(results.has({ student: "a", digest: "d" }, "k"), true);
      assertEquals(results.has({ student: "a", digest: "other" }, "k"), false);
      assertEquals(
        ["a", "b", "c", "d"].map((student) => results.needsTypes(student, 100)),
        [false, false, false, false],
      );
      assertEquals(results.needsTypes("b", Infinity), true);
      results.add(record("a", { points: 2, digest: "new" })); // handed in anew
      assertEquals(results.needsTypes("a", 100), true);
      // of what it was before
      results.add({ student: "a", digest: "d", types });
      assertEquals(results.needsTypes("a", 100), true);
    }
    const found = await readAll(path);
    assertEquals(found.map(({ student, points }) => [student, points]), [
      ["b", 100],
      ["c", 50],
      ["a", 2],
    ]);
    {
      using results = await Results.open(path);
      results.add({ student: "a", digest: "new", types });
    }
    assertEquals((await readAll(path)).at(-1)!.types, types);
  },
);

Deno.test(
  "Results reads lines of any length in any pieces",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}results.jsonl`;
    const lengths = [1, 70_000, 65_536, 3, 200_000];
    {
      using results = await Results.open(path);
      for (const [i, length] of lengths.entries()) {
        results.add(record(`s${i}`, { message: "あ".repeat(length) }));
      }
    }
    assertEquals(
      (await readAll(path)).map(({ message }) => message!.length),
      lengths,
    );
  },
);

Deno.test(
  "Results has nothing that another kit graded, and counts it",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    using results = await Results.open(`${folder.path}results.jsonl`);
    results.add(record("a"));
    results.add(record("b", { kit: "other" }));
    const has = (student: string, kit: string) =>
      results.has({ student, digest: "d" }, kit);
    assertEquals([has("a", "k"), has("b", "k"), has("b", "other")], [
      true,
      false,
      true,
    ]);
    assertEquals(results.ofOtherKits("k"), 1);
    results.forget("b");
    assertEquals(await Array.fromAsync(results.read()), [record("a")]);
  },
);

Deno.test(
  "Results.open() refuses records of a grader that did not say what it graded with",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const { kit: _, ...old } = record("a");
    const path = folder.file("results.jsonl", `${JSON.stringify(old)}\n`);
    await assertRejects(() => Results.open(path), ResultsTooOld);
  },
);

Deno.test(
  "Results wants no types of a program of which a part cannot be read",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    using results = await Results.open(`${folder.path}results.jsonl`);
    const problem = { ja: "カッコ", en: "brackets" };
    results.add(record("a"));
    results.add(record("b", { problem }));
    assertEquals(results.needsTypes("a", 100), true);
    assertEquals(results.needsTypes("b", 100), false);
  },
);

Deno.test(
  "Results knows what the first record's cases were drawn from",
  withFiles,
  async () => {
    using folder = temporaryFolder();
    const path = `${folder.path}results.jsonl`;
    {
      using results = await Results.open(path);
      assertEquals(results.seed, undefined);
      results.add(record("a", { seed: "first" }));
      results.add(record("b", { seed: "second" }));
    }
    using results = await Results.open(path);
    assertEquals(results.seed, "first");
  },
);
