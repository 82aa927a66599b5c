import { assertEquals } from "@std/assert";
import { labelCell, plainLabel } from "../../../scripts/table/label_cell.ts";

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

Deno.test("labelCell() reads commas before decimals where they may stand for them", () => {
  assertEquals(labelCell("1,3", "."), { label: "1,3", change: undefined });
  for (const decimal of [",", "either"] as const) {
    assertEquals(labelCell("1,3", decimal), {
      label: "1.3",
      change: "decimalComma",
    });
    assertEquals(labelCell("1,234", decimal).label, "1,234");
  }
  assertEquals(labelCell(" Ｂ１", ","), { label: "B1", change: "label" });
});
