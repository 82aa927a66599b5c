/** What holds for every picture. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import type { Language } from "../../../scripts/cli/message.ts";
import { confusionMatrix } from "../../../scripts/figures/confusion.ts";
import { essayMap } from "../../../scripts/figures/essay_map.ts";
import { lossCurves } from "../../../scripts/figures/loss_curves.ts";
import {
  numberText,
  weightText,
} from "../../../scripts/figures/number_text.ts";
import type { Picture } from "../../../scripts/figures/picture.ts";
import { trainedNetwork } from "../../../scripts/figures/trained_network.ts";
import { CHECKOUT } from "../../_support/checkout.ts";
import { runDeno } from "../../_support/deno_process.ts";
import { temporaryFolder } from "../../_support/files.ts";
import { elementsOf, textsOf } from "../../_support/markup.ts";
import { needs } from "../../_support/permission.ts";
import {
  calibration,
  confusion,
  counts,
  learningCurve,
  losses,
  network,
  stripes,
  svgOf,
} from "./samples.ts";

/** Texts that would break a page, or look like numbers to be rounded. */
const evil = ['<script>alert("x")</script>', "a&b'\"c\u00a0", ' d="1.23456" '];
const pictures: Record<string, Picture> = {
  "loss curves": lossCurves(losses),
  "essay map": essayMap(stripes()),
  "confusion matrix": confusion,
  calibration,
  "learning curve": learningCurve,
  network: trainedNetwork(network(2, 16, 3)),
  "essay map with odd names": essayMap({
    ...stripes(),
    bands: evil,
    axes: [evil[0]!, evil[1]!],
    remark: { ja: evil[2]!, en: evil[2]! },
  }),
  "confusion matrix with odd names": confusionMatrix(evil, counts),
  "network with odd names": trainedNetwork({
    ...network(3, 3),
    inputs: evil,
    outputs: evil,
    activations: [evil[0]!],
  }),
};

const drawn = new Map<string, string>();

/** A picture as it is drawn for the first time: maps take their time. */
function draw(name: string, language: Language): string {
  const key = `${name} ${language}`;
  const known = drawn.get(key) ?? svgOf(pictures[name]!, language);
  drawn.set(key, known);
  return known;
}

for (const [name, picture] of Object.entries(pictures)) {
  Deno.test(`${name} is a well-formed picture with a title and a description`, () => {
    for (const language of ["ja", "en"] as const) {
      const svg = draw(name, language);
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
      assertEquals(paper!.attributes.fill, "#ffffff");
      assert(textsOf(svg, "text").includes(title!.text));
      const isJapanese = (text: string): boolean =>
        /[\u3040-\u9fff]/.test(text);
      assertEquals(isJapanese(title!.text), language === "ja");
      assert(language === "en" || isJapanese(desc!.text));
    }
  });

  Deno.test(`${name} is drawn to numbers, with two decimals at most`, () => {
    const geometry = /^(?:d|transform|x[12]?|y[12]?|r|c[xy])$/;
    for (const { attributes, tag } of elementsOf(draw(name, "en"))) {
      for (const [key, value] of Object.entries(attributes)) {
        assert(!/NaN|undefined|Infinity/.test(value), `${tag} ${key}=${value}`);
        if (!geometry.test(key)) continue;
        assert(!/\.\d{3}/.test(value), `${tag} ${key}=${value}`);
      }
    }
  });

  Deno.test(`${name} is the same to the byte whenever it is drawn`, () => {
    const first = draw(name, "ja");
    for (const other of Object.keys(pictures)) draw(other, "en");
    assertEquals(svgOf(picture, "ja"), first);
    assertNotEquals(draw(name, "en"), first);
  });
}

Deno.test("pictures on one page have identifiers of their own", () => {
  const svgs = Object.values(pictures).map((picture, i) =>
    svgOf(picture, "ja", `picture-${i}`)
  );
  const ids = svgs.flatMap((svg) =>
    elementsOf(svg).flatMap(({ attributes: { id } }) => id ?? [])
  );
  assertEquals(ids.length, 2 * svgs.length);
  assertEquals(new Set(ids).size, ids.length);
});

Deno.test("pictures show odd names as they are, and run nothing", () => {
  for (const name of Object.keys(pictures)) {
    if (!name.endsWith(" with odd names")) continue;
    const svg = draw(name, "en");
    assert(!elementsOf(svg).some(({ tag }) => tag === "script"));
    const texts = textsOf(svg, "text").join("\n");
    assert(texts.includes("a&b'\"c"), texts);
    assert(texts.includes('d="1.23456"'), texts);
  }
});

Deno.test("numberText() writes few digits", () => {
  const numbers = [0.123456, -1.5, 1234567, 0, 1e-9];
  assertEquals(numbers.map((x) => numberText(x)), [
    ...["0.123", "−1.5", "1230000", "0", "1e−9"],
  ]);
});

Deno.test("weightText() writes two decimals, or two digits of a small number", () => {
  const numbers = [1.784, -0.456, 2, 0.0067, -0.0123, 0, 1234.5];
  assertEquals(numbers.map(weightText), [
    ...["1.78", "−0.46", "2", "0.0067", "−0.012", "0", "1234.5"],
  ]);
});

Deno.test(
  "pictures and reports need no permission",
  needs("run", "read", "write"),
  async () => {
    using folder = temporaryFolder();
    const of = (path: string): string => new URL(path, CHECKOUT).href;
    const main = folder.file(
      "main.ts",
      `import { reportHtml } from "${of("scripts/score/report/report.ts")}";
    import { confusion, svgOf } from "${
        of("tests/scripts/figures/samples.ts")
      }";
    const figure = svgOf(confusion, "ja");
    console.log(reportHtml({
      language: "ja", title: "x", summary: [], sections: [{ figure }],
    }).length > 5_000);`,
    );
    const config = ["--config", new URL("deno.json", CHECKOUT).pathname];
    const audit = `${folder.path}audit.jsonl`;
    const { code, stdout, stderr } = await runDeno([
      ...["run", "--no-prompt", ...config, main],
    ], { cwd: folder.path, env: { DENO_AUDIT_PERMISSIONS: audit } });
    assertEquals([code, stdout, stderr], [0, "true\n", ""]);
    // nothing was asked for, but where @std itself comes from
    const asked = Deno.readTextFileSync(audit).split("\n").filter(Boolean);
    assertEquals(asked.filter((line) => !line.includes('"import"')), []);
  },
);

Deno.test(
  "pictures are drawn without a package but @std",
  needs("read"),
  () => {
    const folder = new URL("scripts/figures/", CHECKOUT);
    const imported = [...Deno.readDirSync(folder)].flatMap(({ name }) => {
      const source = Deno.readTextFileSync(new URL(name, folder));
      return [
        ...source.matchAll(/^(?:import|export) .*?from "(\w[^"]*|@[^"]*)"/gms),
      ]
        .map(([, from]) => from);
    });
    assertEquals(
      new Set(imported),
      new Set(["@std/cli/unicode-width", "kobai"]),
    );
  },
);
