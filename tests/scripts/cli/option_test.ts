import { assertEquals, assertThrows } from "@std/assert";
import {
  choice,
  dashed,
  flag,
  grouped,
  helpOf,
  Misfit,
  number,
  type Range,
  readNumber,
  text,
  valued,
} from "../../../scripts/cli/option.ts";

const help = { ja: "大きさ", en: "how large" };
const takes = "N";

Deno.test("readNumber() reads a number in any width", () => {
  for (const written of ["-1.5", "−1.5", "－１．５", " -1.5 ", "-15e-1"]) {
    assertEquals(readNumber(written, {}), -1.5, written);
  }
});

Deno.test("readNumber() says which numbers fit", () => {
  const cases: [string, Range, string, string][] = [
    ["x", {}, "a number", "数"],
    ["Infinity", {}, "a number", "数"],
    ["①", {}, "a number", "数"],
    [" ", {}, "a number", "数"],
    ["0", { above: 0 }, "a number above 0", "0 より大きい数"],
    ["-1", { from: 0 }, "a number of 0 or more", "0 以上の数"],
    [
      "1",
      { from: 0, below: 1 },
      "a number of at least 0 and below 1",
      "0 以上 1 未満の数",
    ],
    [
      "2.5",
      { integer: true, from: 1 },
      "an integer of 1 or more",
      "1 以上の整数",
    ],
    [
      "0",
      { integer: true, from: 1 },
      "an integer of 1 or more",
      "1 以上の整数",
    ],
  ];
  for (const [written, range, en, ja] of cases) {
    const error = assertThrows(() => readNumber(written, range), Misfit);
    assertEquals(error.needed, { ja, en });
  }
  assertEquals(readNumber("0", { from: 0, below: 1 }), 0);
  assertEquals(readNumber("1", { integer: true, from: 1 }), 1);
});

Deno.test("choice() takes one of its words, in any width", () => {
  const option = choice([",", "tab"], { takes, help });
  assertEquals(["，", "tab", "ｔａｂ"].map(option.read), [",", "tab", "tab"]);
  const { needed } = assertThrows(() => option.read("Tab"), Misfit);
  assertEquals(needed, { ja: ",, tab のどれか", en: "one of ,, tab" });
});

Deno.test("text() takes a text as it is", () => {
  assertEquals(text({ takes, help }).read("Ａ １"), "Ａ １");
});

Deno.test("helpOf() says what an option is if it is not given", () => {
  const said = (option: Parameters<typeof helpOf>[0]) => helpOf(option);
  assertEquals(said(text({ takes, help })), help);
  assertEquals(said(flag(help)), help);
  assertEquals(said(number({ takes, help, preset: 0 })), {
    ja: "大きさ。既定値 0",
    en: "how large; default 0",
  });
  const list = valued(
    { takes, help, preset: [16, 8], shown: "16,8" },
    (written) => written.split(",").map(Number),
  );
  assertEquals(said(list).en, "how large; default 16,8");
  const shown = { ja: "全部", en: "all" };
  assertEquals(said(text({ takes, help, shown })).ja, "大きさ。省くと、全部");
});

Deno.test("grouped() puts options below a heading, and changes nothing else", () => {
  const rate = number({ takes, help, preset: 1 });
  assertEquals(grouped(help, { rate }), { rate: { ...rate, group: help } });
});

Deno.test("dashed() turns a name into an option's", () => {
  const names = ["x", "W", "learningRate", "aBC", "w.2", "語数", "bad-rows"];
  assertEquals(names.map(dashed), [
    ...["x", "W", "learning-rate", "a-bC", "w.2", "語数", "bad-rows"],
  ]);
});

Deno.test("number() takes no range that it cannot say", () => {
  const ranges = [
    // that this is type-checked is the test
    number({ takes, help, integer: true, from: 1 }),
    // @ts-expect-error an integer from where on
    number({ takes, help, integer: true }),
    // @ts-expect-error nothing is said of numbers below a limit alone
    number({ takes, help, below: 1 }),
    // @ts-expect-error either this or that
    number({ takes, help, from: 1, above: 1 }),
  ];
  assertEquals(ranges.length, 4);
});
