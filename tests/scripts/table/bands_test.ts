import { assertEquals, assertThrows } from "@std/assert";
import {
  bandOf,
  bandsOfLabels,
  MOST_BANDS,
  parseBands,
  plainLabel,
} from "../../../scripts/table/bands.ts";
import { FileError } from "../../../scripts/table/file_error.ts";

function refusal(call: () => unknown): string {
  const error = assertThrows(call, FileError);
  assertEquals(error.message, error.say("en"));
  const japanese = /[\u3040-\u30ff]/.test(error.say("ja"));
  assertEquals(japanese, true, `no Japanese in ${error.say("ja")}`);
  return error.message;
}

Deno.test("parseBands() reads names and their labels in the order given", () => {
  assertEquals(parseBands("A1-A2=1,2;B1=3;B2-C1=4,5"), {
    names: ["A1-A2", "B1", "B2-C1"],
    labels: [["1", "2"], ["3"], ["4", "5"]],
  });
});

Deno.test("parseBands() reads what a Japanese keyboard writes", () => {
  assertEquals(parseBands(" 良い ＝ ５，４； 普通=３、２ ；悪い=１；"), {
    names: ["良い", "普通", "悪い"],
    labels: [["5", "4"], ["3", "2"], ["1"]],
  });
});

Deno.test("bandOf() gives the class of a label, or undefined", () => {
  const bands = parseBands("low=1,2;middle=B1,03;high=60..79.5");
  const labels = ["1", "2", "B1", "3", "60", "79.5", "70", "80", "b1", "", "x"];
  assertEquals(labels.map((label) => bandOf(bands, label)), [
    ...[0, 0, 1, 1, 2, 2, 2],
    ...[undefined, undefined, undefined, undefined],
  ]);
});

Deno.test("bandOf() knows ranges of negative numbers", () => {
  const bands = parseBands("minus=-5..-1;plus=0..5");
  const labels = ["-5", "-1", "0", "5", "-6"];
  assertEquals(labels.map((label) => bandOf(bands, label)), [
    ...[0, 0, 1, 1],
    undefined,
  ]);
});

Deno.test("parseBands() refuses what is no list of bands", () => {
  const form = ", name=label,label is needed, " +
    'such as "A1-A2=1,2;B1=3;B2-C1=4,5"';
  const cases: [string, string][] = [
    ["A1,A2", `Cannot read the bands: found "A1,A2"${form}`],
    ["a=1;b", `Cannot read the bands: found "b"${form}`],
    ["a=1;=2", `Cannot read the bands: found "=2"${form}`],
    ["a=1=2;b=3", `Cannot read the bands: found "a=1=2"${form}`],
    ["", "Cannot read the bands: found –, two bands or more are needed"],
    ["a=1", 'Cannot read the bands: found "a", two bands or more are needed'],
    [
      "a=1,,2;b=3",
      'Cannot read the bands: "a" has an empty label, each label needs a letter or digit',
    ],
    [
      "a=;b=3",
      'Cannot read the bands: "a" has an empty label, each label needs a letter or digit',
    ],
    [
      "a=1;a=2",
      'Cannot read the bands: the name "a" comes twice, each band needs its own',
    ],
    [
      "a=1,2;b=2.0",
      'Cannot read the bands: the label "2" is in "a" and in "b", each label needs one place',
    ],
    [
      "a=1,1;b=2",
      'Cannot read the bands: the label "1" is in "a" and in "a", each label needs one place',
    ],
    [
      "a=0..60;b=60..100",
      'Cannot read the bands: the label "60..100" is in "a" and in "b", each label needs one place',
    ],
    [
      "a=0..60;b=59",
      'Cannot read the bands: the label "59" is in "a" and in "b", each label needs one place',
    ],
    [
      "a=60..0;b=61",
      'Cannot read the bands: found "60..0", the smaller number must come first',
    ],
  ];
  for (const [spec, message] of cases) {
    assertEquals(refusal(() => parseBands(spec)), message);
  }
});

Deno.test("bandsOfLabels() sorts numbers by size and words by letters", () => {
  assertEquals(bandsOfLabels(["10", "9", "10", "-1"]).names, ["-1", "9", "10"]);
  assertEquals(bandsOfLabels(["B1", "A2", "10"]).names, ["10", "A2", "B1"]);
  assertEquals(bandsOfLabels(["2", "1"]).labels, [["1"], ["2"]]);
});

Deno.test("bandsOfLabels() refuses one label and a column that holds no labels", () => {
  assertEquals(
    refusal(() => bandsOfLabels(["3", "3"])),
    'Cannot make bands of the labels: found "3", two different labels or more are needed',
  );
  const many = Array.from({ length: MOST_BANDS + 1 }, (_, i) => String(i));
  assertEquals(bandsOfLabels(many.slice(1)).names.length, MOST_BANDS);
  const message = refusal(() => bandsOfLabels(many));
  assertEquals(
    message.slice(0, 55),
    'Cannot make bands: found 13 different ones ("0", "1", "',
  );
});

Deno.test("plainLabel() makes labels comparable and nothing more", () => {
  const cases = {
    " B1 ": "B1",
    "Ｂ１": "B1",
    "　良い": "良い",
    "01": "1",
    "1.0": "1",
    "1.": "1",
    "-1": "-1",
    "1.5": "1.5",
    "3.50": "3.5",
    "03.50": "3.5",
    "+2.5": "2.5",
    "0.0000001": "0.0000001", // a Number would say 1e-7
    "0.12345678901234567": "0.12345678901234567", // more digits than a Number has
    "1.3.50": "1.3.50",
    "①": "①",
    "b1": "b1",
    "12345678901234567890": "12345678901234567890",
    "": "",
  };
  assertEquals(
    Object.keys(cases).map(plainLabel),
    Object.values(cases),
  );
});
