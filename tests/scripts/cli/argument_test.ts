import { assertEquals } from "@std/assert";
import {
  asksForHelp,
  peek,
  splitAtDashes,
  writtenOption,
} from "../../../scripts/cli/argument.ts";

Deno.test("writtenOption() tells an option's name and what stands behind its =", () => {
  const cases: [string, string, string?][] = [
    ["--rate", "rate"],
    ["--rate=1=2", "rate", "1=2"],
    ["--rate=", "rate", ""],
    ["--w.2", "w.2"],
    ["--語数=120", "語数", "120"],
    ["－－ｒａｔｅ＝１", "rate", "１"],
    ["−−語数", "語数"],
    ["ーー語数", "語数"],
    ["––rate", "rate"],
    ["--out=\n", "out", "\n"],
    ["-h", "help"],
    ["－ｈ", "help"],
    ["--h", "h"],
    ["-x", "-x"],
    ["---x", "-x"],
  ];
  for (const [arg, name, inline] of cases) {
    const found = writtenOption(arg);
    assertEquals([found?.name, found?.inline], [name, inline], arg);
  }
  assertEquals(writtenOption("－－ａ＝１")?.written, "－－ａ");
});

Deno.test("writtenOption() takes words, single dashes and negative numbers for none", () => {
  const words = ["one", "a-b", "-", "-1", "-.5,2", "−１", "－１", "", "4.2-1"];
  for (const word of [...words, "ー", "–1", "ーb"]) {
    assertEquals(writtenOption(word), undefined, word);
  }
});

Deno.test("splitAtDashes() parts what stands before -- from what stands behind it", () => {
  assertEquals(splitAtDashes(["a", "--", "b", "--"]), [["a"], ["b", "--"]]);
  assertEquals(splitAtDashes(["a", "－－", "b"]), [["a"], ["b"]]);
  assertEquals(splitAtDashes(["a"]), [["a"], []]);
});

Deno.test("peek() finds a value before the rest can be read", () => {
  assertEquals(peek(["--x", "1", "--lesson", "a.ts", "b"], "lesson"), "a.ts");
  assertEquals(peek(["--lesson=a=b.ts"], "lesson"), "a=b.ts");
  assertEquals(peek(["－－ｌｅｓｓｏｎ", "a.ts"], "lesson"), "a.ts");
});

Deno.test("peek() finds nothing where there is not exactly one value", () => {
  const lines = [
    [],
    ["--lesson"],
    ["--lesson="],
    ["--lesson", "--list"],
    ["--lesson", "a", "--lesson", "b"],
    ["--", "--lesson", "a"],
    ["lesson", "a"],
  ];
  for (const line of lines) assertEquals(peek(line, "lesson"), undefined);
});

Deno.test("asksForHelp() hears --help and -h, but not behind --", () => {
  for (const help of ["--help", "-h", "－－ｈｅｌｐ", "−ｈ"]) {
    assertEquals(asksForHelp(["nonsense", "--x", help, "1"]), true, help);
  }
  for (const word of ["--h", "help", "--help=1", "--helps"]) {
    assertEquals(asksForHelp([word]), false, word);
  }
  assertEquals(asksForHelp(["--", "--help"]), false);
});
