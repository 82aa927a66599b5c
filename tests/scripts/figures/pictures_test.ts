/** What holds for every picture. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Language } from "../../../scripts/cli/command_line.ts";
import { confusionSvg } from "../../../scripts/figures/confusion.ts";
import { essayMapSvg } from "../../../scripts/figures/essay_map.ts";
import { lossCurvesSvg } from "../../../scripts/figures/loss_curves.ts";
import { figureMessages } from "../../../scripts/figures/messages.ts";
import { networkSvg } from "../../../scripts/figures/trained_network.ts";
import {
  numberText,
  shortened,
} from "../../../scripts/figures/plot_picture.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { elementsOf, textsOf } from "../../_support/markup.ts";
import { needs } from "../../_support/permission.ts";
import { confusion, losses, network, stripes } from "./samples.ts";

/** Texts that would break a page, or look like numbers to be rounded. */
const evil = ['<script>alert("x")</script>', "a&b'\"c\u00a0", ' d="1.23456" '];
const drawings: Record<string, (language: Language) => Promise<string>> = {
  "loss curves": (language) => lossCurvesSvg(losses, language),
  "essay map": (language) => essayMapSvg(stripes(), language),
  "confusion matrix": (language) => confusionSvg(confusion, language),
  network: (language) => networkSvg(network(2, 16, 3), language),
  "essay map with odd names": (language) =>
    essayMapSvg({
      ...stripes(),
      bands: evil,
      axes: [evil[0]!, evil[1]!],
      remark: evil[2]!,
    }, language),
  "confusion matrix with odd names": (language) =>
    confusionSvg({ ...confusion, bands: evil }, language),
  "network with odd names": (language) =>
    networkSvg({
      ...network(3, 3),
      inputs: evil,
      outputs: evil,
      activations: [evil[0]!],
    }, language),
};

for (const [name, draw] of Object.entries(drawings)) {
  Deno.test(`${name} is a well-formed picture with a title and a description`, async () => {
    for (const language of ["ja", "en"] as const) {
      const svg = await draw(language);
      const [root, title, desc, paper] = elementsOf(svg);
      assertEquals(
        [root!.tag, title!.tag, desc!.tag, paper!.tag],
        ["svg", "title", "desc", "rect"],
      );
      assertEquals(root!.attributes.xmlns, "http://www.w3.org/2000/svg");
      assertEquals(
        root!.attributes["aria-labelledby"],
        `${title!.attributes.id} ${desc!.attributes.id}`,
      );
      assertEquals(paper!.attributes.fill, "white");
      assert(textsOf(svg, "text").includes(title!.text));
      const isJapanese = (text: string): boolean =>
        /[\u3040-\u9fff]/.test(text);
      assertEquals(isJapanese(title!.text), language === "ja");
      assert(language === "en" || isJapanese(desc!.text));
    }
  });

  Deno.test(`${name} is drawn to numbers, with two decimals at most`, async () => {
    const geometry = /^(?:d|transform|x[12]?|y[12]?|r|c[xy])$/;
    for (const { attributes, tag } of elementsOf(await draw("en"))) {
      for (const [key, value] of Object.entries(attributes)) {
        assert(!/NaN|undefined|Infinity/.test(value), `${tag} ${key}=${value}`);
        if (!geometry.test(key)) continue;
        assert(!/\.\d{3}/.test(value), `${tag} ${key}=${value}`);
      }
    }
  });

  Deno.test(`${name} is the same to the byte whenever it is drawn`, async () => {
    const first = await draw("ja");
    for (const other of Object.values(drawings)) await other("en");
    assertEquals(await draw("ja"), first);
    assertNotEquals(await draw("en"), first);
  });
}

Deno.test("pictures on one page have identifiers of their own", async () => {
  const names = Object.keys(drawings).slice(0, 4);
  const svgs = await Promise.all(names.map((name) => drawings[name]!("ja")));
  const ids = svgs.flatMap((svg) =>
    elementsOf(svg).flatMap(({ attributes: { id } }) => id ?? [])
  );
  assert(ids.length > 8);
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("pictures show odd names as they are, and run nothing", async () => {
  const names = Object.keys(drawings).slice(4);
  for (const name of names) {
    const svg = await drawings[name]!("en");
    assert(!elementsOf(svg).some(({ tag }) => tag === "script"));
    const texts = textsOf(svg, "text").join("\n");
    assert(texts.includes("a&b'\"c"), texts);
    assert(texts.includes('d="1.23456"'), texts);
  }
});

Deno.test("no message of the pictures is missing in either language", () => {
  for (const [name, { ja, en }] of Object.entries(figureMessages)) {
    assert(/[\u3040-\u9fff]/.test(ja), name);
    assert(!/[\u3040-\u9fff]/.test(en) && en.trim() !== "", name);
    const blanks = (text: string): string[] =>
      [
        ...text.match(/\{\w+\}/g) ?? [],
      ].sort();
    assertEquals(blanks(ja), blanks(en), name);
  }
});

Deno.test("shortened() keeps what fits and counts Japanese letters twice", () => {
  const cases: [string, number, string][] = [
    ["words", 5, "words"],
    ["words", 4, "wor…"],
    ["語数", 4, "語数"],
    ["語数の列", 6, "語数…"],
    ["", 3, ""],
  ];
  for (const [text, columns, short] of cases) {
    assertEquals(shortened(text, columns), short);
  }
});

Deno.test("numberText() writes few digits", () => {
  const numbers = [0.123456, -1.5, 1234567, 0, 1e-9];
  assertEquals(numbers.map((x) => numberText(x)), [
    ...["0.123", "−1.5", "1230000", "0", "1e−9"],
  ]);
});

const figures = [
  "loss_curves",
  "essay_map",
  "confusion",
  "trained_network",
];

Deno.test(
  "pictures load their libraries only when one is drawn",
  needs("read"),
  () => {
    for (const name of figures) {
      const source = Deno.readTextFileSync(
        new URL(`scripts/figures/${name}.ts`, CHECKOUT),
      );
      const imports = source.matchAll(
        /^import (?!type )[^;]*from "([^"]+)";/gm,
      );
      for (const [, specifier] of imports) {
        assert(/^\.|^@std\//.test(specifier!), `${name} imports ${specifier}`);
      }
    }
  },
);

Deno.test(
  "pictures need no permission",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const samples = new URL("tests/scripts/figures/samples.ts", CHECKOUT);
    const of = (name: string): string =>
      new URL(`scripts/figures/${name}.ts`, CHECKOUT).href;
    const main = folder.file(
      "main.ts",
      `${
        figures.map((name) => `import * as ${name} from "${of(name)}";`).join(
          "\n",
        )
      }
    import * as report from "${
        new URL("scripts/score/report.ts", CHECKOUT).href
      }";
    import { confusion as counts, losses, network, stripes } from "${samples}";
    const svgs = [
      await loss_curves.lossCurvesSvg(losses, "ja"),
      await essay_map.essayMapSvg(stripes(), "ja"),
      await confusion.confusionSvg(counts, "ja"),
      await trained_network.networkSvg(network(2, 16, 3), "ja"),
    ];
    const sections = svgs.map((figure) => ({ heading: "x", figure }));
    console.log(report.reportHtml({
      language: "ja", title: "x", summary: [], sections,
    }).length > 10_000);`,
    );
    const audit = `${folder.path}audit.jsonl`;
    const { code, stdout, stderr } = await runDeno([
      ...["run", "--no-prompt"],
      ...["--config", new URL("deno.json", CHECKOUT).pathname, main],
    ], { cwd: folder.path, env: { DENO_AUDIT_PERMISSIONS: audit } });
    assertEquals([code, stdout, stderr], [0, "true\n", ""]);
    // nothing was asked for, but where @std itself comes from
    const asked = Deno.readTextFileSync(audit).split("\n").filter(Boolean);
    assertEquals(asked.filter((line) => !line.includes('"import"')), []);
  },
);
