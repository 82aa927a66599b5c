import { assert, assertEquals } from "@std/assert";
import {
  type Report,
  reportHtml,
} from "../../../../scripts/score/report/report.ts";
import { elementsOf, textsOf } from "../../../_support/markup.ts";
import { confusion, svgOf } from "../../figures/samples.ts";

const report: Report = {
  language: "ja",
  title: "採点",
  summary: ["1 つ目", "2 つ目"],
  warnings: ["少なすぎます"],
  sections: [
    {
      heading: "結果",
      text: ["表です"],
      table: {
        head: ["モデル", "正解率"],
        rows: [["多数派", "0.352"], ["ネットワーク", "0.791"]],
        best: 1,
      },
    },
    { figure: svgOf(confusion, "ja"), caption: "図です" },
  ],
  footer: "seed 0",
};

Deno.test("reportHtml() holds everything in its order, in one well-formed page", () => {
  const html = reportHtml(report);
  assert(html.startsWith("<!DOCTYPE html>\n"));
  const elements = elementsOf(html);
  assertEquals(elements[0]!.attributes.lang, "ja");
  const read = elements.filter(({ text, tag }) =>
    text.trim() !== "" && !/^(style|text|tspan|desc)$/.test(tag)
  ).map(({ tag, text }) => `${tag} ${text}`);
  assertEquals(read, [
    "title 採点",
    "h1 採点",
    "p 1 つ目",
    "p 2 つ目",
    "strong 注意",
    "li 少なすぎます",
    "h2 結果",
    "p 表です",
    "th モデル",
    "th 正解率",
    "th 多数派",
    "td 0.352",
    "th ネットワーク",
    "td 0.791",
    "title 混同行列",
    "figcaption 図です",
    "footer seed 0",
  ]);
  assertEquals(
    elements.filter(({ attributes }) => attributes.class === "best").length,
    1,
  );
});

Deno.test("reportHtml() marks columns of texts", () => {
  const table = { head: ["1", "2", "3"], rows: [["a", "b", "c"]] };
  const marked = (texts?: number[]) =>
    elementsOf(reportHtml({
      ...{ language: "en", title: "t", summary: [] },
      sections: [{ table: { ...table, ...(texts && { texts }) } }],
    })).filter(({ attributes }) => attributes.class === "text")
      .map(({ text }) => text);
  assertEquals(marked(), []);
  assertEquals(marked([2]), ["3", "c"]);
});

Deno.test("reportHtml() needs no script, no other file and no network", () => {
  const html = reportHtml(report);
  const elements = elementsOf(html);
  const tags = new Set(elements.map(({ tag }) => tag));
  for (const tag of ["script", "link", "img", "iframe", "object", "a"]) {
    assert(!tags.has(tag), tag);
  }
  for (const { attributes } of elements) {
    for (const [name, value] of Object.entries(attributes)) {
      assert(!name.startsWith("on"), name);
      assert(!/:\/\//.test(value) || name === "xmlns", value);
    }
  }
  assert(!/@import|url\((?!#)/.test(html));
});

Deno.test("reportHtml() shows texts as they are", () => {
  const odd = "<script>alert(\"1\")</script> & 'x' &amp;";
  const html = reportHtml({
    language: "en",
    title: odd,
    summary: [odd],
    warnings: [odd],
    sections: [{
      heading: odd,
      text: [odd],
      table: { head: [odd, odd], rows: [[odd, odd]] },
      caption: odd,
      figure: "<svg></svg>",
    }],
    footer: odd,
  });
  const tags = ["title", "h1", "p", "li", "h2", "th", "td", "figcaption"];
  for (const tag of [...tags, "footer"]) {
    const texts = textsOf(html, tag);
    assert(texts.length > 0, tag);
    for (const text of texts) assertEquals(text, odd);
  }
  assert(!elementsOf(html).some(({ tag }) => tag === "script"));
});

Deno.test("reportHtml() leaves out what it is not given", () => {
  const html = reportHtml({
    language: "en",
    title: "x",
    summary: [],
    sections: [],
  });
  const tags = elementsOf(html).map(({ tag }) => tag);
  for (const tag of ["p", "ul", "footer", "section", "table"]) {
    assert(!tags.includes(tag), tag);
  }
});
