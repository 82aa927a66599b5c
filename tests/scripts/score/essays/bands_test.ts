import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { UsageError } from "../../../../scripts/cli/usage_error.ts";
import {
  bandOf,
  bandsOfLabels,
  faultOfLabel,
  MOST_BANDS,
  parseBands,
} from "../../../../scripts/score/essays/bands.ts";
import { FileError } from "../../../../scripts/table/file_error.ts";

/** What is wrong with a `--bands`. */
function refusal(spec: string): string {
  return assertThrows(() => parseBands(spec), UsageError).text.en;
}

Deno.test("parseBands() reads names and their labels in the order given", () => {
  assertEquals(parseBands("A1-A2=1,2;B1=3;B2-C1=4,5"), {
    names: ["A1-A2", "B1", "B2-C1"],
    labels: [["1", "2"], ["3"], ["4", "5"]],
    ordered: true,
  });
});

Deno.test("parseBands() reads what a Japanese keyboard writes", () => {
  assertEquals(parseBands(" 良い ＝ ５，４； 普通=３、２ ；悪い=１；"), {
    names: ["良い", "普通", "悪い"],
    labels: [["5", "4"], ["3", "2"], ["1"]],
    ordered: true,
  });
});

Deno.test("bandOf() gives the class of a label, or undefined", () => {
  const bands = parseBands("low=1,2;middle=B1,03;high=60..79.5");
  const labels = ["1", "2", "B1", "3", "60", "79.5", "70", "80", "b1", "", "x"];
  assertEquals(labels.map((label) => bandOf(bands, label)), [
    ...[0, 0, 1, 1, 2, 2, 2],
    ...[undefined, 1, undefined, undefined],
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
    assertEquals(refusal(spec), message);
  }
});

Deno.test("bandsOfLabels() orders labels of a scale that is known", () => {
  assertEquals(bandsOfLabels(["10", "9", "10", "-1"]), {
    names: ["-1", "9", "10"],
    labels: [["-1"], ["9"], ["10"]],
    ordered: true,
  });
  const names = ["不可", "可", "良", "優", "秀"];
  const bands = bandsOfLabels(names.toSorted());
  assertEquals([bands.names, bands.ordered], [names, true]);
});

Deno.test("bandsOfLabels() sorts others by letters, without an order", () => {
  const species = ["Gentoo", "Adelie", "Chinstrap"];
  const bands = bandsOfLabels(species);
  assertEquals([bands.names, bands.ordered], [species.toSorted(), false]);
  // Two are as far apart either way.
  assertEquals(bandsOfLabels(["yes", "no"]).ordered, true);
});

Deno.test("bandsOfLabels() follows the order that it is given", () => {
  const order = ["Chinstrap", "ADELIE", "Gentoo", "another"];
  const found = ["Gentoo", "Adelie", "Chinstrap"];
  const bands = bandsOfLabels(found, order);
  const names = ["Chinstrap", "Adelie", "Gentoo"];
  assertEquals([bands.names, bands.ordered], [names, true]);
  const none = bandsOfLabels(["1", "2", "3"], "none");
  assertEquals([none.names, none.ordered], [["1", "2", "3"], false]);
});

Deno.test("faultOfLabel() lists what looks missing, unless it is named", () => {
  const fault = faultOfLabel("NaN", "NaN", {});
  assertEquals(
    fault?.en,
    'found "NaN", which looks like a missing rating (if it is one, name it in --bands or --order)',
  );
  assertMatch(fault!.ja, /欠けている値/);
  assertEquals(faultOfLabel("3", "3", {}), undefined);
  const order = ["欠", "可"];
  assertEquals(faultOfLabel("欠", "欠", { order }), undefined);
  assertEquals(
    faultOfLabel("良", "良", { order })?.en,
    'found the label "良", one of the bands\' labels is needed: "欠", "可"',
  );
  const bands = parseBands("absent=欠;low=1..3");
  assertEquals(faultOfLabel("欠", "欠", { bands }), undefined);
});

Deno.test("bandsOfLabels() refuses one label and a column that holds no labels", () => {
  assertEquals(
    assertThrows(() => bandsOfLabels(["3", "3"]), FileError).message,
    'Cannot make bands of the labels: found "3", two different labels or more are needed',
  );
  const many = Array.from({ length: MOST_BANDS + 1 }, (_, i) => String(i));
  assertEquals(bandsOfLabels(many.slice(1)).names.length, MOST_BANDS);
  const { message } = assertThrows(() => bandsOfLabels(many), FileError);
  assertEquals(
    message.slice(0, 55),
    'Cannot make bands: found 13 different ones ("0", "1", "',
  );
});
