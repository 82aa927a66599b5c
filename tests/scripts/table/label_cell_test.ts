import { assertEquals } from "@std/assert";
import {
  foldLabel,
  labelCell,
  looksMissing,
  plainLabel,
} from "../../../scripts/table/label_cell.ts";

Deno.test("plainLabel() gives labels one width, form and sign", () => {
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
    // more digits than a Number has
    "0.12345678901234567": "0.12345678901234567",
    "1.3.50": "1.3.50",
    "①": "1",
    "A1\u200b": "A1", // a space of no width
    "\ufeffA1": "A1",
    "−1": "-1",
    "A1–A2": "A1-A2",
    "ク\u3099": "グ",
    "ﾘｮｳ": "リョウ",
    "very \n good": "very good",
    "b1": "b1",
    "12345678901234567890": "12345678901234567890",
    "": "",
  };
  assertEquals(
    Object.keys(cases).map(plainLabel),
    Object.values(cases),
  );
});

Deno.test("foldLabel() takes case and inner spaces away as well", () => {
  assertEquals(["a1", "Ａ １", " A1"].map(foldLabel), ["a1", "a1", "a1"]);
  assertEquals(foldLabel("Very Good"), foldLabel("verygood"));
});

Deno.test("looksMissing() knows what stands where a rating is missing", () => {
  const missing = [
    "N/A",
    "n/a",
    "NaN",
    "NULL",
    "欠",
    "欠席",
    "−",
    "ー",
    "#N/A",
  ];
  assertEquals(missing.filter((label) => !looksMissing(label)), []);
  const ratings = ["A", "F", "0", "不可", "x", "無", "1", "-1", "low"];
  assertEquals(ratings.filter(looksMissing), []);
});

Deno.test("labelCell() reads commas before decimals where they may stand for them", () => {
  const plain = { key: "1,3", label: "1,3", hasComma: false };
  assertEquals(labelCell("1,3", "."), plain);
  for (const decimal of [",", "either"] as const) {
    const point = { key: "1.3", label: "1.3", hasComma: true };
    assertEquals(labelCell("1,3", decimal), point);
    assertEquals(labelCell("1,234", decimal).label, "1,234");
  }
  const wide = { key: "b1", label: "B1", hasComma: false };
  assertEquals(labelCell(" Ｂ１", ","), wide);
});
