import { assertEquals } from "@std/assert";
import { knownOrder } from "../../../../scripts/score/essays/order.ts";

/** Scales from low to high, each as somebody may write it. */
const scales: readonly string[] = [
  "-1 0 1.5 10",
  "1点 2点 10点",
  "10級 9級 2級 1級",
  "5級 4級 3級 準2級 2級 準1級 1級",
  "三級 二級 一級",
  "初段 二段 三段",
  "N5 N4 N3 N2 N1",
  "Level1 Level2 Level10",
  "50% 75% 100%",
  "3位 2位 1位",
  "A1 A2 B1 B2 C1 C2",
  "pre-A1 A1 A1+ A2.1 A2.2 B1",
  "A1-A2 B1 B2-C1",
  "不可 可 良 優 秀",
  "不合格 可 良 優",
  "F C B A S",
  "C- C C+ B- B B+ A- A A+",
  "悪い 普通 良い",
  "下 中 上",
  "初級 中級 上級",
  "low medium high",
  "LOW MID HIGH",
  "bad ordinary good",
  "poor fair good excellent",
  "fail pass distinction",
  "× △ ○ ◎",
  "mangelhaft ausreichend befriedigend gut",
];

Deno.test("knownOrder() puts the labels of known scales from low to high", () => {
  for (const scale of scales) {
    const labels = scale.split(" ");
    assertEquals(knownOrder(labels.toSorted()), labels);
    assertEquals(knownOrder(labels.toReversed()), labels);
  }
});

Deno.test("knownOrder() knows none of labels that are no scale, or of two", () => {
  const others = [
    "Adelie Chinstrap Gentoo",
    "A1 B1 good",
    "1点 2級",
    "1 2 high",
    "良 low",
    "A B G", // no grade G
    "group1 team2",
    "普通 ふつう 良い", // two words for one rank
    "10 10.0000000000000000001 x",
  ];
  for (const labels of others) {
    assertEquals(knownOrder(labels.split(" ")), undefined, labels);
  }
});
