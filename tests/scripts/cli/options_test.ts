import { assertEquals, assertThrows } from "@std/assert";
import { UsageError } from "../../../scripts/cli/command_line.ts";
import { optionMessages, Options } from "../../../scripts/cli/options.ts";

const names = { flags: ["json"], values: ["rate", "name", "語数", "a.b"] };

function read(...args: string[]): Options {
  return new Options([...args, "--lang=en"], names);
}

function refuses(call: () => unknown, message: string): void {
  assertEquals(assertThrows(call, UsageError).message, message);
}

Deno.test("Options reads flags, values and the rest, in any order", () => {
  const options = read(
    "one",
    "--json",
    "two",
    "--rate",
    "3",
    "--name=x=y",
    "4",
  );
  assertEquals(options.others, ["one", "two", "4"]);
  assertEquals([options.has("json"), options.has("help")], [true, false]);
  assertEquals(options.value("rate"), "3");
  assertEquals(options.value("name"), "x=y");
  assertEquals(options.value("語数"), undefined);
  assertEquals(read("-h").has("help"), true);
});

Deno.test("Options takes values with a minus, names with a dot and in Japanese", () => {
  const options = read("--rate", "-1.5", "--語数", "120", "--a.b", "7");
  assertEquals(options.number("rate", "any", 0), -1.5);
  assertEquals(options.value("語数"), "120");
  assertEquals(options.value("a.b"), "7");
});

Deno.test("Options keeps apart a name and one that goes on with a dot", () => {
  const values = ["w", "w.2"];
  for (const args of [["--w=1", "--w.2=3"], ["--w.2", "3", "--w", "1"]]) {
    const options = new Options(args, { flags: [], values });
    assertEquals(values.map((name) => options.value(name)), ["1", "3"]);
  }
  assertEquals(read("--name", "x.csv").value("name"), "x.csv");
  refuses(
    () => read("--a.c=1"),
    "There is no option --a.c. Near it: --a.b, --lang, --rate",
  );
});

Deno.test("Options passes over nothing behind --", () => {
  const options = new Options(["one", "--", "2", "--a.b=3", "-h"], names);
  assertEquals(options.others, ["one", "2", "--a.b=3", "-h"]);
  assertEquals(options.value("a.b"), undefined);
});

Deno.test("Options takes the last of several values", () => {
  assertEquals(read("--name", "a", "--name", "b").value("name"), "b");
});

Deno.test("Options.number() knows its ranges, and its preset", () => {
  assertEquals(read().number("rate", { above: 0 }, undefined), undefined);
  assertEquals(read("--rate", "1e-3").number("rate", { above: 0 }, 1), 0.001);
  const cases = [
    ["x", "any", "a number"],
    ["Infinity", "any", "a number"],
    [" ", "any", "a number"],
    ["0", { above: 0 }, "a number above 0"],
    ["-1", { from: 0 }, "a number of 0 or more"],
    ["1", { from: 0, below: 1 }, "a number of at least 0 and below 1"],
    ["2.5", { integerFrom: 1 }, "an integer of 1 or more"],
    ["0", { integerFrom: 1 }, "an integer of 1 or more"],
  ] as const;
  for (const [value, range, needed] of cases) {
    refuses(
      () => read("--rate", value).number("rate", range, 1),
      `--rate needs ${needed}, found "${value}".`,
    );
  }
});

Deno.test("Options.choice() takes one of the choices", () => {
  const choices = ["adam", "momentum"] as const;
  assertEquals(read().choice("name", choices, "adam"), "adam");
  const options = read("--name", "momentum");
  assertEquals(options.choice("name", choices, "adam"), "momentum");
  refuses(
    () => read("--name", "Adam").choice("name", choices, "adam"),
    '--name is one of adam, momentum, found "Adam".',
  );
});

Deno.test("Options refuses what it does not know, and what has no value", () => {
  refuses(
    () => read("--rat", "1"),
    "There is no option --rat. Near it: --rate, --lang, --name",
  );
  refuses(() => read("--rate"), "--rate needs a value.");
  refuses(() => read("--rate", "--json"), "--rate needs a value.");
  refuses(() => read("--rate="), "--rate needs a value.");
  refuses(
    () => new Options(["--lang", "de"], names),
    "--lang は ja か en です（「de」は使えません）。",
  );
});

Deno.test("no message of Options is missing in either language", () => {
  for (const [name, { ja, en }] of Object.entries(optionMessages)) {
    assertEquals(/[\u3040-\u9fff]/.test(ja), true, name);
    assertEquals(/[\u3040-\u9fff]/.test(en), false, name);
    const blanks = (text: string) => [...text.match(/\{\w+\}/g) ?? []].sort();
    assertEquals(blanks(ja), blanks(en), name);
  }
});
